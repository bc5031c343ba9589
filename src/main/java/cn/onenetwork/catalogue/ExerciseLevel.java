package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// At which level a power is exercised (行使层级), with the code values of GB/T 39046-2020.
@Description("At which level a power is exercised. 行使层级。")
public enum ExerciseLevel {
    @Description("National. 国家级。")
    NATIONAL("1"),
    @Description("Province. 省级。")
    PROVINCE("2"),
    @Description("City. 市级。")
    CITY("3"),
    @Description("County or zone. 县（区）级。")
    COUNTY("4"),
    @Description("Township or street. 镇（乡、街道）级。")
    TOWNSHIP("5"),
    @Description("Village or community. 村（社区）级。")
    VILLAGE("6"),
    @Description("Shared between levels. 分级。")
    GRADED("7");

    private final String code;

    ExerciseLevel(String code) {
        this.code = code;
    }

    /// The code value in GB/T 39046-2020 annex A.
    public String code() {
        return code;
    }
}
