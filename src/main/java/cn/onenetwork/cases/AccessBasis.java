package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// By what right somebody sees a case. Where there are several, the first of these is told.
@Description("By what right the viewer sees a case; where there are several, the first of these. 查看依据。")
public enum AccessBasis {
    @Description("It is the viewer's own. 本人。")
    OWNER,
    @Description("It is that of the corporation of the token. 所属法人。")
    CORPORATION,
    @Description("The viewer acts for its applicant by a delegation. 授权代办。")
    DELEGATION,
    @Description("It was filed in the tenant for which the viewer works. 办理单位。")
    STAFF,
    @Description("The viewer audits. 审计监督。")
    AUDIT;

    /// Whether it is the applicant's own right, and nobody's who acts for it by a delegation.
    public boolean isOwn() {
        return this == OWNER || this == CORPORATION;
    }
}
