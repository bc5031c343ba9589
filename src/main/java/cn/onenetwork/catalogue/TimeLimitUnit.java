package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// In what a time limit is counted (时限单位).
@Description("In what a time limit is counted. 时限单位。")
public enum TimeLimitUnit {
    @Description("Working days of the holiday notices. 工作日。")
    WORKING_DAY,
    @Description("Calendar days. 自然日。")
    NATURAL_DAY
}
