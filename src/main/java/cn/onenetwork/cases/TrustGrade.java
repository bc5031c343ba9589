package cn.onenetwork.cases;

/// How far a document can be trusted (可信等级, State Council Office 〔2016〕 no. 108): from A, issued electronically by
/// the body that vouches for it, down to D, which the applicant handed in unchecked.
public enum TrustGrade {
    A,
    B,
    C,
    D
}
