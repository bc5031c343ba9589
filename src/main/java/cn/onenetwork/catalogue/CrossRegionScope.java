package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// From where else an item can be applied for (通办范围).
@Description("From where else an item can be applied for. 通办范围。")
public enum CrossRegionScope {
    @Description("All over the country. 全国通办。")
    NATIONWIDE,
    @Description("From agreed provinces. 跨省通办。")
    CROSS_PROVINCE,
    @Description("From all cities of the province. 跨市通办。")
    CROSS_CITY,
    @Description("From all counties of the city. 跨县通办。")
    CROSS_COUNTY
}
