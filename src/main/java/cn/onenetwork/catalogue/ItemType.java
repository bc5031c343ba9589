package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// What kind of power or service an item is (事项类型), with the code values of GB/T 39046-2020.
@Description("What kind of power or service an item is. 事项类型。")
public enum ItemType {
    @Description("Permits what is forbidden without it. 行政许可。")
    ADMINISTRATIVE_LICENCE("01"),
    @Description("Pays a benefit. 行政给付。")
    ADMINISTRATIVE_PAYMENT("05"),
    @Description("Confirms a fact or a legal relation. 行政确认。")
    ADMINISTRATIVE_CONFIRMATION("07"),
    @Description("Grants a reward. 行政奖励。")
    ADMINISTRATIVE_REWARD("08"),
    @Description("Decides a dispute. 行政裁决。")
    ADMINISTRATIVE_RULING("09"),
    @Description("Other power, filings among them. 其他行政权力（含备案）。")
    OTHER_POWER("10"),
    @Description("A public service. 公共服务。")
    PUBLIC_SERVICE("20");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /// The code value in GB/T 39046-2020 annex A.
    public String code() {
        return code;
    }
}
