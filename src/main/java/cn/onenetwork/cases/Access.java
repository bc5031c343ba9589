package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/// One access to personal data of a case.
///
/// @param caller  who is given it; only ids and codes of the caller are written down, no names
/// @param purpose what for, by the name of a constant
/// @param file    what is given, where it is a file
public record Access(
        Caller caller,
        UUID caseId,
        Kind kind,
        String purpose,
        @Nullable File file) {

    /// What was done.
    @Name("AccessKind")
    @Description("What was done with the data of a case. 访问方式。")
    public enum Kind {
        /// Parts of a case were shown.
        @Description("Parts of a case were shown. 查看。")
        READ,
        /// A file, or a part of it, was given out.
        @Description("A file, or a part of it, was given out. 下载文件。")
        DOCUMENT_DOWNLOAD,
        /// The answers of the form were given out without masks, to somebody who is not the applicant.
        @Description("The answers of the form were given out without masks. 查看表单明文。")
        FORM_UNMASK
    }

    /// Bytes of a document.
    ///
    /// @param ticket      tells which rows belong to one download that went on
    /// @param from        first byte, from 0
    /// @param to          last byte, inclusive
    /// @param watermarked whether it was a copy that says who took it
    public record File(UUID documentId, String ticket, long from, long to, boolean watermarked) {}
}
