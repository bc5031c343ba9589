package cn.onenetwork.documents.download;

import cn.onenetwork.cases.Access;
import java.util.Locale;

/// A download that may take place.
///
/// @param handle of the ticket, for the access log
record Grant(ReadyDocument document, DownloadTicket ticket, String handle, Content content) {

    boolean marked() {
        return content instanceof Content.Marked;
    }

    /// The row of the access log for a part of it.
    Access access(ByteRange range, Locale locale) {
        return new Access(
                ticket.caller(locale),
                document.caseId(),
                Access.Kind.DOCUMENT_DOWNLOAD,
                ticket.purpose().name(),
                new Access.File(document.id(), handle, range.from(), range.to(), marked()));
    }
}
