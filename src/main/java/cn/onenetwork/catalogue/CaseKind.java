package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// Whether an item is decided on the spot or within a promised time (办件类型).
@Description("Whether an item is decided on the spot or within a promised time. 办件类型。")
public enum CaseKind {
    @Description("Decided on the spot; counts as one working day. 即办件。")
    INSTANT("1"),
    @Description("Decided within the promised time. 承诺件。")
    PROMISED("2");

    private final String code;

    CaseKind(String code) {
        this.code = code;
    }

    /// The code value in GB/T 39046-2020 annex A.
    public String code() {
        return code;
    }
}
