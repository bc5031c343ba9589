package cn.onenetwork.cases;

import org.eclipse.microprofile.graphql.Description;

/// How far a document can be trusted (可信等级), by 国办函〔2016〕108号.
@Description("How far a document can be trusted. 可信等级。")
public enum TrustGrade {
    @Description("Produced by the issuing authority: used as it is. 发证机关提供，可直接使用。")
    A,
    @Description("Checked against the original by a window officer: may be used again. 窗口人员已核验，可复用。")
    B,
    @Description("Uploaded by the applicant: the original has to be checked. 申请人上传，须核验原件。")
    C,
    @Description("Made by the applicant, who vouches for it. 申请人自制，自行承诺。")
    D
}
