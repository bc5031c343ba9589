package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.Pause;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened to the clocks of a case besides its stations: when they stood still, and by how much the
/// decision's was lengthened. Kept with the case as JSON, because it is read whenever the case is.
///
/// @param receipt           pauses of the clock of receipt
/// @param decision          pauses of the clock of the decision
/// @param extensionWorkdays what was granted on top (Administrative Licensing Law art. 42); zero where nothing
///     was
public record CaseTimes(List<Pause> receipt, List<Pause> decision, int extensionWorkdays) {

    static final CaseTimes NONE = new CaseTimes(List.of(), List.of(), 0);

    static CaseTimes parse(String text) {
        JsonObject json = JSON.createReader(new StringReader(text)).readObject();
        return new CaseTimes(pauses(json, "receipt"), pauses(json, "decision"), json.getInt("extensionWorkdays"));
    }

    String text() {
        return JSON.createObjectBuilder()
                .add("receipt", json(receipt))
                .add("decision", json(decision))
                .add("extensionWorkdays", extensionWorkdays)
                .build()
                .toString();
    }

    CaseTimes receiptPaused(LocalDate today) {
        return new CaseTimes(opened(receipt, Pause.Kind.SUPPLEMENT, today), decision, extensionWorkdays);
    }

    CaseTimes receiptResumed(LocalDate today) {
        return new CaseTimes(closed(receipt, today), decision, extensionWorkdays);
    }

    CaseTimes decisionPaused(LocalDate today) {
        return new CaseTimes(receipt, opened(decision, Pause.Kind.SPECIAL_PROCEDURE, today), extensionWorkdays);
    }

    CaseTimes decisionResumed(LocalDate today) {
        return new CaseTimes(receipt, closed(decision, today), extensionWorkdays);
    }

    /// What does not count of the decision's limit. Acceptance by silence dates from the receiving day, and so
    /// a pause of the receipt may lie after it; before acceptance a pause has no effect.
    List<Pause> sinceAcceptance() {
        return Stream.concat(receipt.stream(), decision.stream()).toList();
    }

    /// Nothing stands still any more, because nothing runs.
    CaseTimes ended(LocalDate today) {
        return new CaseTimes(closed(receipt, today), closed(decision, today), extensionWorkdays);
    }

    CaseTimes extended(int workdays) {
        return new CaseTimes(receipt, decision, extensionWorkdays + workdays);
    }

    private static List<Pause> opened(List<Pause> pauses, Pause.Kind kind, LocalDate today) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(kind, today, null));
        return List.copyOf(more);
    }

    private static List<Pause> closed(List<Pause> pauses, LocalDate today) {
        return pauses.stream()
                .map(pause -> pause.end() == null ? new Pause(pause.kind(), pause.start(), today) : pause)
                .toList();
    }

    private static List<Pause> pauses(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(pause -> new Pause(
                        Pause.Kind.valueOf(pause.getString("kind")),
                        LocalDate.parse(pause.getString("start")),
                        end(pause)))
                .toList();
    }

    private static @Nullable LocalDate end(JsonObject pause) {
        return pause.isNull("end") ? null : LocalDate.parse(pause.getString("end"));
    }

    private static JsonArrayBuilder json(List<Pause> pauses) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Pause pause : pauses) {
            var json = JSON.createObjectBuilder()
                    .add("kind", pause.kind().name())
                    .add("start", pause.start().toString());
            array.add(
                    pause.end() == null
                            ? json.addNull("end")
                            : json.add("end", pause.end().toString()));
        }
        return array;
    }
}
