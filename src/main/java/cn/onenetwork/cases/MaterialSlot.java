package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.cases.CaseMaterialView.MaterialState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What fills one slot of a case, and what was said of it.
///
/// @param documents    oldest first
/// @param given        where it needs no upload: A where another authority has it, D where the service makes it of
///     the answers; null where it has to be handed in
/// @param toSupplement whether a notice asked for it, and nothing came since
/// @param undertaking  what was signed in its stead
/// @param note         what the notice said
public record MaterialSlot(
        List<FiledDocument> documents,
        @Nullable TrustGrade given,
        boolean toSupplement,
        @Nullable Undertaking undertaking,
        @Nullable String note) {

    static final MaterialSlot EMPTY = new MaterialSlot(List.of(), null, false, null, null);

    public MaterialSlot {
        documents = List.copyOf(documents);
    }

    /// How far it is: what has to be supplemented first, then what is there, then what stands in for it.
    public MaterialState state() {
        List<FiledDocument> counting =
                documents.stream().filter(FiledDocument::counts).toList();
        if (toSupplement) {
            return MaterialState.TO_SUPPLEMENT;
        }
        if (counting.stream().anyMatch(one -> one.review() == DocumentReview.RETURNED)) {
            return MaterialState.REJECTED;
        }
        if (!counting.isEmpty()) {
            return counting.stream().allMatch(one -> one.review() == DocumentReview.PASSED)
                    ? MaterialState.PASSED
                    : MaterialState.PROVIDED;
        }
        if (given != null) {
            return MaterialState.PROVIDED;
        }
        return undertaking == null
                ? MaterialState.MISSING
                : switch (undertaking.kind()) {
                    case DEFERRED -> MaterialState.DEFERRED;
                    case COMMITTED -> MaterialState.COMMITTED;
                };
    }

    /// How far it can be trusted; empty where nothing is there. A commitment is the applicant's own word.
    public Optional<TrustGrade> trustGrade() {
        return switch (state()) {
            case COMMITTED -> Optional.of(TrustGrade.D);
            case MISSING, DEFERRED -> Optional.empty();
            default ->
                Stream.concat(
                                documents.stream().filter(FiledDocument::counts).map(FiledDocument::trustGrade),
                                Stream.ofNullable(given))
                        .min(TrustGrade::compareTo);
        };
    }

    /// Whether a document that passed its checks is there and was not sent back.
    boolean provided() {
        MaterialState state = state();
        return state == MaterialState.PROVIDED || state == MaterialState.PASSED;
    }

    /// Whether a document is there that is still being checked.
    boolean beingChecked() {
        return documents.stream().anyMatch(one -> !one.ready());
    }

    public Optional<FiledDocument> document(UUID id) {
        return documents.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    MaterialSlot arrived(UUID document) {
        return with(Stream.concat(documents.stream(), Stream.of(FiledDocument.arrived(document)))
                .toList());
    }

    /// A document fills the slot: what was sent back before is replaced by it, and a notice is answered.
    MaterialSlot filled(UUID document, TrustGrade grade) {
        Stream<FiledDocument> before = documents.stream()
                .filter(one -> !one.id().equals(document))
                .map(one -> one.review() == DocumentReview.RETURNED
                        ? one.reviewed(DocumentReview.REPLACED, one.trustGrade(), one.note())
                        : one);
        return new MaterialSlot(
                Stream.concat(before, Stream.of(FiledDocument.ready(document, grade)))
                        .toList(),
                given,
                false,
                undertaking,
                null);
    }

    MaterialSlot without(UUID document) {
        return with(documents.stream().filter(one -> !one.id().equals(document)).toList());
    }

    MaterialSlot reviewed(UUID document, UnaryOperator<FiledDocument> said) {
        return with(documents.stream()
                .map(one -> one.id().equals(document) ? said.apply(one) : one)
                .toList());
    }

    MaterialSlot asked(String why) {
        return new MaterialSlot(documents, given, true, undertaking, why);
    }

    MaterialSlot undertaken(@Nullable Undertaking signed) {
        return new MaterialSlot(documents, given, toSupplement, signed, note);
    }

    MaterialSlot given(@Nullable TrustGrade grade) {
        return new MaterialSlot(documents, grade, toSupplement, undertaking, note);
    }

    private MaterialSlot with(List<FiledDocument> changed) {
        return new MaterialSlot(changed, given, toSupplement, undertaking, note);
    }

    static MaterialSlot parse(JsonObject json) {
        JsonObject signed = json.getJsonObject("undertaking");
        String given = json.getString("given", null);
        return new MaterialSlot(
                json.getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                        .map(FiledDocument::parse)
                        .toList(),
                given == null ? null : TrustGrade.valueOf(given),
                json.getBoolean("toSupplement"),
                signed == null ? null : Undertaking.parse(signed),
                json.getString("note", null));
    }

    JsonObject json() {
        JsonArrayBuilder filed = JSON.createArrayBuilder();
        documents.forEach(one -> filed.add(one.json()));
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("documents", filed).add("toSupplement", toSupplement);
        if (given != null) {
            json.add("given", given.name());
        }
        if (undertaking != null) {
            json.add("undertaking", undertaking.json());
        }
        if (note != null) {
            json.add("note", note);
        }
        return json.build();
    }
}
