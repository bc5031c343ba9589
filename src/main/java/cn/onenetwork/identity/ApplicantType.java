package cn.onenetwork.identity;

/// Whom a service is for (服务对象), with the code values of GB/T 39046-2020 annex A.
public enum ApplicantType {
    /// 自然人
    NATURAL_PERSON(1),
    /// 企业法人
    ENTERPRISE(2),
    /// 事业法人
    PUBLIC_INSTITUTION(3),
    /// 社会组织法人
    SOCIAL_ORGANISATION(4),
    /// 行政机关
    ADMINISTRATIVE_ORGAN(5),
    /// 其他组织
    OTHER_ORGANISATION(6);

    private final int code;

    ApplicantType(int code) {
        this.code = code;
    }

    /// The code value on the wire of the national platform, 1 to 6.
    public int code() {
        return code;
    }
}
