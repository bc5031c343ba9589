package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document in a slot, as far as the case needs to know it.
///
/// @param ready      whether it passed its checks; until then it fills nothing
/// @param trustGrade C as it was uploaded, B where an officer verified it against the original
/// @param note       what the officer said
public record FiledDocument(
        UUID id,
        boolean ready,
        TrustGrade trustGrade,
        DocumentReview review,
        @Nullable String note) {

    static FiledDocument arrived(UUID id) {
        return new FiledDocument(id, false, TrustGrade.C, DocumentReview.PENDING, null);
    }

    static FiledDocument ready(UUID id, TrustGrade trustGrade) {
        return new FiledDocument(id, true, trustGrade, DocumentReview.PENDING, null);
    }

    FiledDocument reviewed(DocumentReview said, TrustGrade grade, @Nullable String why) {
        return new FiledDocument(id, ready, grade, said, why);
    }

    /// Whether it is what the slot is judged by.
    boolean counts() {
        return ready && review != DocumentReview.REPLACED;
    }

    /// Whether an officer still has to look at it.
    boolean pending() {
        return ready && review == DocumentReview.PENDING;
    }

    static FiledDocument parse(JsonObject json) {
        return new FiledDocument(
                UUID.fromString(json.getString("id")),
                json.getBoolean("ready"),
                TrustGrade.valueOf(json.getString("grade")),
                DocumentReview.valueOf(json.getString("review")),
                json.getString("note", null));
    }

    JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", id.toString())
                .add("ready", ready)
                .add("grade", trustGrade.name())
                .add("review", review.name());
        return (note == null ? json : json.add("note", note)).build();
    }
}
