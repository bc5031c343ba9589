package cn.onenetwork.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody can want done to a document of a case. The room of documents makes these; only [CaseDesk]
/// carries them out.
public final class DocumentAction extends CaseDeed {

    private DocumentAction(CaseAction action, Verb verb) {
        super(action, verb);
    }

    /// A document of another case fills a slot here too.
    ///
    /// @param document the new document, as it stands in this case
    /// @param grade    the trust it earned in the other case
    public static DocumentAction reuse(String materialId, UUID document, TrustGrade grade) {
        return new DocumentAction(
                CaseAction.DOCUMENT_REUSE,
                (found, caller, moment) -> found.documentReused(caller, materialId, document, grade, moment));
    }

    /// A document is taken out of a draft.
    public static DocumentAction remove(String materialId, UUID document) {
        return new DocumentAction(
                CaseAction.DOCUMENT_REMOVE,
                (found, caller, moment) -> found.documentRemoved(caller, materialId, document, moment));
    }

    /// 材料审核通过.
    ///
    /// @param verified whether it was compared with the original
    public static DocumentAction pass(UUID document, boolean verified, @Nullable String note) {
        return new DocumentAction(
                CaseAction.DOCUMENT_PASS,
                (found, caller, moment) -> found.documentPassed(caller, document, verified, note, moment));
    }

    /// 材料退回.
    public static DocumentAction sendBack(UUID document, String note) {
        return new DocumentAction(
                CaseAction.DOCUMENT_RETURN,
                (found, caller, moment) -> found.documentReturned(caller, document, note, moment));
    }
}
