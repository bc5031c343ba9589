package cn.onenetwork.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to a document by itself, as the room of documents tells it to the case.
public final class DocumentChange {

    private final Change change;

    private DocumentChange(Change change) {
        this.change = change;
    }

    /// All bytes are there.
    ///
    /// @param uploader   the provider's id of who uploaded it
    /// @param delegation by which the uploader acted; null where the token gave the right
    public static DocumentChange arrived(String materialId, UUID document, String uploader, @Nullable UUID delegation) {
        return new DocumentChange(
                (found, moment) -> found.documentArrived(materialId, document, uploader, delegation, moment));
    }

    /// It passed its checks.
    ///
    /// @param told what the timeline says of it
    public static DocumentChange ready(String materialId, UUID document, String told) {
        return new DocumentChange((found, moment) -> found.documentReady(materialId, document, told, moment));
    }

    /// It did not pass its checks.
    public static DocumentChange refused(String materialId, UUID document, String told) {
        return new DocumentChange((found, moment) -> found.documentRefused(materialId, document, told, moment));
    }

    /// Empty where the case has gone on, so that the document does not matter to it any more.
    Optional<CaseEvent> on(ServiceCase found, Moment moment) {
        return change.on(found, moment);
    }

    @FunctionalInterface
    private interface Change {
        Optional<CaseEvent> on(ServiceCase found, Moment moment);
    }
}
