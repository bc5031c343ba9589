package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// How much of an item is done online (网办深度), the four classes used in Guizhou.
@Description("How much of an item is done online. 网办深度。")
public enum OnlineDepth {
    @Description("Only information is online, class I. 信息发布。")
    INFO_ONLY,
    @Description("Materials are reviewed online first, class II. 材料预审。")
    PRE_REVIEW,
    @Description("Originals are verified once on site, class III. 材料核验。")
    VERIFY_ORIGINALS,
    @Description("Everything is online, class IV. 全程网办。")
    FULL_ONLINE
}
