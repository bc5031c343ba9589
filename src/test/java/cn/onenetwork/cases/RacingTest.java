package cn.onenetwork.cases;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Twenty clients act on fifty cases, a thousand times, without asking each other.
@Tag("heavy")
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RacingTest {

    private static final int CLIENTS = 20;
    private static final int CASES = 50;
    private static final int ACTIONS = 1_000;
    private static final long SEED = 20_260_302L;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPLICANT = "enterprise-other";
    private static final List<String> PERSONAS = List.of(
            APPLICANT,
            APPLICANT,
            APPLICANT,
            "officer-hightech",
            "officer-hightech",
            "officer-hightech",
            "reviewer-hightech",
            "reviewer-hightech",
            "supervisor-hightech",
            "supervisor-hightech",
            "officer-cbz",
            "auditor");
    private static final Map<String, Object> GROUNDS = Map.of("reason", "理由", "remedy", "可申请行政复议");
    private static final Map<String, Object> ITEMS =
            Map.of("items", List.of(Map.of("path", "projectName", "note", "请补充")));

    /// What an action needs to be told, by mutation; ends come seldom, so that the cases live on for a while.
    private static final Map<CaseAction, Map<String, Object>> ACTS = Map.ofEntries(
            entry(CaseAction.DRAFT_SAVE, Map.of()),
            entry(CaseAction.SUBMIT, Map.of()),
            entry(CaseAction.SUPPLEMENT, Map.of()),
            entry(CaseAction.WITHDRAW, Map.of()),
            entry(CaseAction.RETURN, ITEMS),
            entry(CaseAction.RECEIVE, Map.of()),
            entry(CaseAction.ACCEPT, Map.of()),
            entry(CaseAction.REFUSE, GROUNDS),
            entry(CaseAction.REQUIRE_SUPPLEMENT, ITEMS),
            entry(CaseAction.SUSPEND, Map.of("kind", "HEARING", "reason", "听证", "expectedDays", 5)),
            entry(CaseAction.RESUME, Map.of()),
            entry(CaseAction.EXTEND, Map.of("reason", "案情复杂")),
            entry(CaseAction.APPROVE, Map.of()),
            entry(CaseAction.REJECT, GROUNDS),
            entry(CaseAction.TERMINATE, Map.of("reason", "地块已被收回")),
            entry(CaseAction.DELIVER, Map.of()),
            entry(CaseAction.DOCUMENT_PASS, Map.of("verified", true)),
            entry(CaseAction.CLAIM, Map.of()),
            entry(CaseAction.RELEASE, Map.of()));
    private static final Set<CaseAction> BY_APPLICANT =
            Set.of(CaseAction.DRAFT_SAVE, CaseAction.SUBMIT, CaseAction.SUPPLEMENT, CaseAction.WITHDRAW);
    private static final Set<CaseAction> ENDS =
            Set.of(CaseAction.WITHDRAW, CaseAction.REFUSE, CaseAction.REJECT, CaseAction.TERMINATE, CaseAction.APPROVE);

    @TestHTTPResource("/graphql")
    URI graphql;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, AtomicInteger> successes = new ConcurrentHashMap<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    @Test
    void every_case_ends_up_with_a_history_that_one_after_the_other_could_have_made() throws Exception {
        List<String> ids = IntStream.range(0, CASES).mapToObj(_ -> filed()).toList();

        int before = successes.values().stream().mapToInt(AtomicInteger::get).sum();

        race(ids);

        assertThat(failures).isEmpty();
        assertThat(successes.values().stream().mapToInt(AtomicInteger::get).sum())
                .as("successes; %d were refused", refusals.get())
                .isGreaterThan(before + ACTIONS / 20);
        for (String id : ids) {
            assertThat(DatabaseState.query("select version from service_case where id = '" + id + "'"))
                    .isEqualTo(String.valueOf(successes.get(id).get()));
            followsTheTable(id);
        }
        assertThat(ids.stream().map(RacingTest::verdict).collect(Collectors.toSet()))
                .containsExactly("true");
        assertThat(DatabaseState.query("""
                        select count(*) from voucher_number n where n.last <> (select count(*) from voucher v
                        where v.type = n.type and v.number like n.region_code || '-%-' || n.year || '-%')
                        """)).as("voucher numbers without gap").isEqualTo("0");
    }

    private String filed() {
        Map<String, Object> form = Filing.formExample(ItemFixture.LAND_PLANNING);
        form.put("deliveryMethod", "WINDOW");
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING, form);
        Filing.handIn(APPLICANT, id);
        var _ = Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
        String where = " from service_case where id = '" + id + "'";
        successes.put(id, new AtomicInteger(Integer.parseInt(DatabaseState.query("select version" + where))));
        documents.put(id, DatabaseState.query("select id from document where case_id = '" + id + "' limit 1"));
        return id;
    }

    private void race(List<String> ids) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(ACTIONS);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> {
                        Random chance = new Random(SEED + client);
                        while (left.getAndDecrement() > 0) {
                            act(ids.get(chance.nextInt(ids.size())), chance);
                        }
                    }))
                    .toList();
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    /// Reads the case as somebody, then does something that is allowed, or sometimes just anything, on the
    /// version that was read.
    private void act(String id, Random chance) {
        String persona = PERSONAS.get(chance.nextInt(PERSONAS.size()));
        JsonNode seen = ask(
                        persona, "query($id: ID) { serviceCase(id: $id) { version allowedActions } }", Map.of("id", id))
                .path("data")
                .path("serviceCase");
        CaseAction action = choice(seen.path("allowedActions"), chance);
        int version = seen.path("version").asInt(1);
        String mutation = mutation(action);
        Map<String, Object> input = new HashMap<>(ACTS.get(action));
        input.put("idempotencyKey", Filing.key());
        input.put(BY_APPLICANT.contains(action) ? "id" : "caseId", id);
        if (action != CaseAction.DRAFT_SAVE) {
            input.put("expectedVersion", version);
        }
        if (action == CaseAction.DOCUMENT_PASS) {
            input.put("documentId", documents.get(id));
        }
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        String document =
                "mutation($input: %sInput!) { %s(input: $input) { serviceCase { version } userErrors { code } } }"
                        .formatted(type, mutation);
        judge(id, mutation, ask(persona, document, Map.of("input", input)));
    }

    private static CaseAction choice(JsonNode named, Random chance) {
        List<CaseAction> allowed = StreamSupport.stream(named.spliterator(), false)
                .map(JsonNode::asText)
                .map(CaseAction::valueOf)
                .filter(ACTS::containsKey)
                .filter(action -> !ENDS.contains(action) || chance.nextInt(5) == 0)
                .toList();
        List<CaseAction> pool = allowed.isEmpty() || chance.nextInt(10) == 0 ? List.copyOf(ACTS.keySet()) : allowed;
        return pool.get(chance.nextInt(pool.size()));
    }

    private static String mutation(CaseAction action) {
        return action == CaseAction.DOCUMENT_PASS
                ? "documentPass"
                : "case"
                        + Stream.of(action.name().split("_"))
                                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining());
    }

    private void judge(String id, String mutation, JsonNode answer) {
        JsonNode code = answer.path("errors").path(0).path("extensions").path("code");
        JsonNode told = answer.path("data").path(mutation).path("userErrors");
        if (code.asText("FORBIDDEN").equals("FORBIDDEN") && (!code.isMissingNode() || told.isArray())) {
            (code.isMissingNode() && told.isEmpty() ? successes.get(id) : refusals).incrementAndGet();
        } else {
            failures.add(mutation + " " + answer);
        }
    }

    /// Leaner than the client of the other tests, so that the service is what is busy.
    private JsonNode ask(String persona, String document, Map<String, ?> variables) {
        try {
            HttpRequest request = HttpRequest.newBuilder(graphql)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + Tokens.of(persona))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            JSON.writeValueAsBytes(Map.of("query", document, "variables", variables))))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Its events are numbered without gap, each begins where the one before ended, and each is in the table.
    private static void followsTheTable(String id) throws SQLException {
        try (Connection owner = DatabaseState.owner();
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("select sequence, kind, from_status, to_status from case_event"
                        + " where case_id = '" + id + "' order by sequence")) {
            String before = null;
            int sequence = 0;
            while (row.next()) {
                assertThat(row.getInt(1)).isEqualTo(++sequence);
                assertThat(row.getString(3)).isEqualTo(before);
                CaseStatus from = before == null ? null : CaseStatus.valueOf(before);
                CaseLifecycle.Move move = CaseLifecycle.move(from, CaseEventKind.valueOf(row.getString(2)))
                        .orElseThrow();
                assertThat(move.to().name()).isEqualTo(row.getString(4));
                before = row.getString(4);
            }
            assertThat(DatabaseState.query("select status || last_sequence from service_case where id = '" + id + "'"))
                    .isEqualTo(before + sequence);
        }
    }

    private static String verdict(String id) {
        String caseNo = DatabaseState.query("select case_no from service_case where id = '" + id + "'");
        return GraphQl.as("auditor")
                .ask("query($no: String!) { caseJournalVerify(caseNo: $no) { intact } }", Map.of("no", caseNo))
                .getString("data.caseJournalVerify.intact");
    }
}
