package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What must be true of the tables afterwards, whatever has happened.
record Books(Tables database) {

    /// As many as one document may ask for: each reads a whole journal.
    private static final int AT_ONCE = 20;

    /// Everything acknowledged is there, once and as it was said, and nothing else came of the same requests.
    ///
    /// @param run what the requests were called
    void hold(Map<Integer, Submissions.Filed> acknowledged, String run) {
        areThere(acknowledged);
        assertThat(database.count(
                        "select count(distinct result_id) from idempotency_key where operation = 'caseDraftSave'"
                                + " and key like '" + run + "-%'"))
                .as("drafts of these requests")
                .isEqualTo(acknowledged.size());
        noNumberTwice();
    }

    /// Everything acknowledged is there, once and as it was said.
    void areThere(Map<Integer, Submissions.Filed> acknowledged) {
        assertThat(acknowledged.values())
                .extracting(Submissions.Filed::id)
                .as("one case for each request")
                .doesNotHaveDuplicates();
        assertThat(numbers(acknowledged)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(database.count("select count(*) from service_case where case_no is not null and (id, case_no) in ("
                        + acknowledged.values().stream()
                                .map(one -> "('" + one.id() + "', '" + one.caseNo() + "')")
                                .collect(Collectors.joining(","))
                        + ")"))
                .as("acknowledged cases that are there as they were acknowledged")
                .isEqualTo(acknowledged.size());
    }

    /// By the counters too: no number was handed out twice, and none stands above its counter.
    void noNumberTwice() {
        assertThat(database.query(
                        "select count(*) - count(distinct case_no) from service_case where case_no is not null"))
                .isEqualTo("0");
        assertThat(
                        database.query(
                                "select count(*) from case_event where kind = 'SUBMITTED' and exists (select from"
                                        + " case_event other where other.case_no = case_event.case_no and other.case_id <> case_event.case_id)"))
                .isEqualTo("0");
    }

    /// As the auditor has it verified: every event there, unchanged and in its order.
    void journalsAreWhole(Phone auditor, Collection<String> caseNumbers) throws IOException {
        List<String> numbers = List.copyOf(caseNumbers);
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<String> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
            JsonNode answer = auditor.ask(
                    IntStream.range(0, some.size())
                            .mapToObj(i ->
                                    "j" + i + ": caseJournalVerify(caseNo: \"" + some.get(i) + "\") { intact events }")
                            .collect(Collectors.joining(" ", "{ ", " }")),
                    Map.of());
            assertThat(answer.path("data").size()).as("%s", answer).isEqualTo(some.size());
            answer.path("data").forEach(verdict -> {
                assertThat(verdict.path("intact").asBoolean()).as("%s", answer).isTrue();
                assertThat(verdict.path("events").asInt()).isGreaterThanOrEqualTo(2);
            });
        }
    }

    /// The cursor after everything that has happened so far, as somebody sees it who begins one more case.
    static String cursorNow(Phone phone) throws IOException {
        return phone.ask(
                        "query($id: ID) { serviceCase(id: $id) { timeline(first: 1) { nodes { cursor } } } }",
                        Map.of("id", Draft.save(phone)))
                .at("/data/serviceCase/timeline/nodes/0/cursor")
                .asText();
    }

    /// The watcher was told all events of these cases, each once and in its order.
    static void nothingWasMissed(Watcher watcher, Collection<Submissions.Filed> cases) {
        List<Watcher.Event> heard = watcher.await(2 * cases.size());
        assertThat(heard).doesNotHaveDuplicates();
        for (Submissions.Filed one : cases) {
            assertThat(watcher.sequences(one.id())).containsExactly(1, 2);
        }
    }

    static List<String> numbers(Map<Integer, Submissions.Filed> all) {
        return all.values().stream().map(Submissions.Filed::caseNo).toList();
    }
}
