package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// Whom an item serves (服务对象), with the code values of GB/T 39046-2020.
@Description("Whom an item serves. 服务对象。")
public enum ServiceTarget {
    @Description("A natural person. 自然人。")
    NATURAL_PERSON("1"),
    @Description("An enterprise. 企业法人。")
    ENTERPRISE("2"),
    @Description("A public institution. 事业法人。")
    PUBLIC_INSTITUTION("3"),
    @Description("A social organisation. 社会组织法人。")
    SOCIAL_ORGANISATION("4"),
    @Description("An administrative organ. 行政机关。")
    ADMINISTRATIVE_ORGAN("5"),
    @Description("Any other organisation. 其他组织。")
    OTHER_ORGANISATION("6");

    private final String code;

    ServiceTarget(String code) {
        this.code = code;
    }

    /// The code value in GB/T 39046-2020 annex A.
    public String code() {
        return code;
    }
}
