package cn.onenetwork.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.LogCapture;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.http.conn.params.ConnRoutePNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Asking without a login: what the right code opens, and that a wrong one opens nothing and tells nothing.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnquiryTest {

    private static final String WRONG = "CCCCCCCC";
    private static final String HOME = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String OWNER = "enterprise-legal";
    private static final String MINE =
            "query($id: ID) { serviceCase(id: $id) { caseNo queryCode queryTries { wrong lastAt lockedUntil } } }";

    @Inject
    ForgettingTries forgetting;

    @BeforeEach
    void nobody_has_tried_anything() {
        MovableClock.onDay("2026-03-02");
        var _ = DatabaseState.execute("delete from enquiry_tries");
        var _ = DatabaseState.execute("delete from enquiry_minute");
    }

    /// A filed case, and what its owner is shown of it.
    private record Filed(String id, String caseNo, String code) {

        static Filed one() {
            String id = Filing.submitted(OWNER, ItemFixture.LAND_PLANNING);
            JsonPath mine = shownTo(OWNER, id);
            return new Filed(id, mine.getString("caseNo"), mine.getString("queryCode"));
        }

        static JsonPath shownTo(String persona, String id) {
            JsonPath answer = GraphQl.as(persona).ask(MINE, Map.of("id", id));
            assertThat(answer.getList("errors")).isNull();
            return answer.setRootPath("data.serviceCase");
        }

        JsonPath mine() {
            return shownTo(OWNER, id);
        }

        String progress(String queryCode) {
            return progress(queryCode, HOME);
        }

        String progress(String queryCode, String from) {
            return asked(caseNo, queryCode, from).jsonPath().getString("data.caseProgress.status");
        }

        /// Wrong codes, so many from each of the addresses `127.0.<street>.1` and above.
        void guess(int street, int addresses, int each) {
            for (int guess = 0; guess < addresses * each; guess++) {
                assertThat(progress(WRONG, "127.0." + street + "." + (1 + guess % addresses)))
                        .isNull();
            }
        }
    }

    private static Response asked(String caseNo, String queryCode) {
        return asked(caseNo, queryCode, HOME);
    }

    /// Asks from one of the many addresses of this machine.
    private static Response asked(String caseNo, String queryCode, String from) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .setParam(ConnRoutePNames.LOCAL_ADDRESS, address(from))))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "query",
                        GraphQl.document("CaseQuery"),
                        "variables",
                        Map.of("caseNo", caseNo, "queryCode", queryCode)))
                .post("/graphql");
    }

    private static InetAddress address(String numeric) {
        try {
            return InetAddress.getByName(numeric);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(numeric, impossible);
        }
    }

    @Test
    void the_right_code_is_told_how_the_case_stands_and_no_more() {
        Filed filed = Filed.one();
        var _ = Filing.officer("officer-hightech", "caseClaim", filed.id());
        var _ = Filing.officer("officer-hightech", "caseReceive", filed.id(), Map.of("note", "仅供内部"));
        var _ = Filing.officer("officer-hightech", "caseAccept", filed.id());
        Response answer = asked(filed.caseNo(), filed.code());

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.jsonPath().<String, Object>getMap("data.caseProgress"))
                .isEqualTo(Map.of(
                        "caseNo",
                        filed.caseNo(),
                        "itemName",
                        ItemFixture.item(ItemFixture.LAND_PLANNING).name(),
                        "status",
                        "UNDER_REVIEW",
                        "tab",
                        "IN_REVIEW",
                        "promisedDueOn",
                        "2026-03-06",
                        "warning",
                        "GREEN",
                        "steps",
                        List.of(
                                Map.of("kind", "REVIEW_STARTED", "on", "2026-03-02"),
                                Map.of("kind", "ACCEPTED", "on", "2026-03-02"),
                                Map.of("kind", "RECEIVED", "on", "2026-03-02"),
                                Map.of("kind", "SUBMITTED", "on", "2026-03-02"))));
        assertThat(answer.asString()).doesNotContain(filed.id(), "内部", "cursor");
    }

    @Test
    void while_an_officer_keeps_the_case_it_is_told_as_well() {
        Filed filed = Filed.one();
        var _ = Filing.officer("officer-hightech", "caseClaim", filed.id());

        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
    }

    @Test
    void a_code_is_understood_as_people_type_it() {
        Filed filed = Filed.one();
        String typed = filed.code().substring(0, 4).toLowerCase(Locale.ROOT) + " - "
                + filed.code().substring(4);

        assertThat(filed.progress(typed)).isEqualTo("SUBMITTED");
        assertThat(filed.mine().getString("queryTries")).isNull();
    }

    @Test
    void the_code_is_shown_to_the_applicants_side_only_and_not_before_there_is_a_number() {
        Filed filed = Filed.one();

        assertThat(filed.code()).matches("[" + QueryCode.ALPHABET + "]{8}");
        assertThat(Filed.shownTo("enterprise-operator", filed.id()).getString("queryCode"))
                .isEqualTo(filed.code());
        for (String persona : List.of("officer-hightech", "supervisor-hightech", "auditor")) {
            assertThat(filed.progress(WRONG)).isNull();
            JsonPath shown = Filed.shownTo(persona, filed.id());
            assertThat(shown.getString("caseNo")).as(persona).isEqualTo(filed.caseNo());
            assertThat(shown.getString("queryCode")).as(persona).isNull();
            assertThat(shown.getString("queryTries")).as(persona).isNull();
        }
        String draft = Filing.draft(OWNER, ItemFixture.LAND_PLANNING);
        assertThat(Filed.shownTo(OWNER, draft).getString("queryCode")).isNull();
    }

    @Test
    void the_code_stands_nowhere_in_the_database_and_in_no_log() {
        LogCapture log = LogCapture.start();
        Filed filed = Filed.one();
        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
        assertThat(filed.progress(WRONG)).isNull();

        assertThat(log.stop()).doesNotContain(filed.code(), WRONG);
        List<String> tables = List.of(
                DatabaseState.query("select string_agg(tablename, ',') from pg_tables where schemaname = 'public'")
                        .split(",", -1));
        assertThat(tables).contains("service_case", "enquiry_tries", "idempotency_key");
        for (String table : tables) {
            assertThat(DatabaseState.query("select count(*) from " + table + " one where one::text like '%"
                            + filed.code() + "%' or one::text like '%" + WRONG + "%'"))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    @Test
    void a_renewed_code_opens_and_the_one_before_does_not() {
        Filed filed = Filed.one();
        String key = Filing.key();
        JsonPath renewed = renew(OWNER, filed.id(), key);
        String code = renewed.getString("data.caseQueryCodeRenew.serviceCase.queryCode");

        assertThat(code).isNotEqualTo(filed.code());
        assertThat(filed.progress(code)).isEqualTo("SUBMITTED");
        assertThat(filed.progress(filed.code())).isNull();
        assertThat(renew(OWNER, filed.id(), key).getString("data.caseQueryCodeRenew.serviceCase.queryCode"))
                .as("sent again with its key")
                .isEqualTo(code);
        assertThat(renew("enterprise-operator", filed.id(), key)
                        .getString("data.caseQueryCodeRenew.serviceCase.queryCode"))
                .as("of somebody else on the same side")
                .isNotEqualTo(code);
    }

    @Test
    void a_code_is_renewed_by_the_applicants_side_only_and_not_for_a_draft() {
        Filed filed = Filed.one();
        String draft = Filing.draft(OWNER, ItemFixture.LAND_PLANNING);

        assertThat(refusal("enterprise-other", filed.id())).isEqualTo("NOT_FOUND [id]");
        assertThat(refusal(OWNER, draft)).isEqualTo("ILLEGAL_TRANSITION [id]");
        assertThat(refusal(OWNER, "nonsense")).isEqualTo("NOT_FOUND [id]");
        assertThat(renew("officer-hightech", filed.id(), Filing.key()).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
    }

    private static String refusal(String persona, String id) {
        JsonPath answer = renew(persona, id, Filing.key());
        assertThat(answer.getString("data.caseQueryCodeRenew.serviceCase")).isNull();
        return answer.getString("data.caseQueryCodeRenew.userErrors[0].code") + " "
                + answer.getString("data.caseQueryCodeRenew.userErrors[0].path");
    }

    private static JsonPath renew(String persona, String id, String key) {
        return GraphQl.as(persona)
                .operation("CaseQueryCodeRenew", Map.of("input", Map.of("idempotencyKey", key, "id", id)));
    }

    @Test
    void five_wrong_codes_close_a_number_to_the_address_they_came_from_and_to_no_other() {
        Filed filed = Filed.one();
        filed.guess(0, 1, 4);
        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
        filed.guess(0, 1, 1);

        assertThat(filed.progress(filed.code())).isNull();
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        JsonPath told = filed.mine();
        assertThat(told.getInt("queryTries.wrong")).isEqualTo(5);
        assertThat(told.getString("queryTries.lastAt")).startsWith("2026-03-02T02:00");
        assertThat(told.getString("queryTries.lockedUntil")).isNull();
        MovableClock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(filed.progress(filed.code())).isNull();
        MovableClock.pass(Duration.ofSeconds(1));
        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
        assertThat(filed.mine().getInt("queryTries.wrong")).isEqualTo(5);
    }

    @Test
    void guesses_from_many_addresses_close_a_number_to_strangers_and_not_to_who_opened_it_before() {
        Filed filed = Filed.one();
        Filed other = Filed.one();
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        filed.guess(1, 10, 3);
        assertThat(filed.mine().getString("queryTries.lockedUntil")).startsWith("2026-03-02T02:15");

        assertThat(filed.progress(filed.code())).as("a stranger").isNull();
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        assertThat(filed.progress(WRONG, ELSEWHERE)).isNull();
        assertThat(other.progress(other.code())).as("no other number is closed").isEqualTo("SUBMITTED");
        MovableClock.pass(Duration.ofMinutes(15));
        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
        assertThat(filed.mine().getString("queryTries.lockedUntil")).isNull();
    }

    @Test
    void who_opened_a_number_is_known_for_a_month() {
        Filed filed = Filed.one();
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        MovableClock.pass(Duration.ofDays(29));
        forgetting.forget().await().atMost(Duration.ofSeconds(20));
        filed.guess(1, 10, 3);
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        MovableClock.pass(Duration.ofDays(31));
        filed.guess(2, 10, 3);
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isNull();
    }

    @Test
    void a_lock_ends_with_a_new_code_and_who_knew_the_old_one_is_a_stranger_again() {
        Filed filed = Filed.one();
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        filed.guess(1, 10, 3);
        assertThat(filed.progress(filed.code())).isNull();
        String code = renew(OWNER, filed.id(), Filing.key()).getString("data.caseQueryCodeRenew.serviceCase.queryCode");

        assertThat(filed.progress(code)).isEqualTo("SUBMITTED");
        filed.guess(2, 10, 3);
        assertThat(filed.progress(code, ELSEWHERE)).isNull();
        assertThat(filed.progress(code)).isEqualTo("SUBMITTED");
    }

    @Test
    void an_address_that_goes_on_is_told_to_wait_whichever_numbers_it_asks_for() {
        Filed filed = Filed.one();
        for (int number = 1; number <= 30; number++) {
            assertThat(asked(unknown(number), WRONG, ELSEWHERE).jsonPath().getString("data.caseProgress"))
                    .isNull();
        }
        MovableClock.pass(Duration.ofMinutes(1));
        Response refused = asked(filed.caseNo(), filed.code(), ELSEWHERE);

        assertThat(refused.header("Retry-After")).isEqualTo("840");
        assertThat(refused.jsonPath().getString("data.caseProgress")).isNull();
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.jsonPath().getInt("errors[0].extensions.retryAfterSeconds"))
                .isEqualTo(840);
        assertThat(refused.jsonPath().getString("errors[0].message")).isEqualTo("免登录查询暂不可用，请 840 秒后再试，或登录后查看。");
        assertThat(filed.progress(filed.code())).as("another address").isEqualTo("SUBMITTED");
        MovableClock.pass(Duration.ofMinutes(14));
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
    }

    @Test
    void a_person_is_counted_apart_from_the_address() {
        Filed filed = Filed.one();
        filed.guess(0, 1, 5);
        assertThat(filed.progress(filed.code())).isNull();

        assertThat(GraphQl.as("citizen")
                        .operation("CaseQuery", Map.of("caseNo", filed.caseNo(), "queryCode", filed.code()))
                        .getString("data.caseProgress.status"))
                .isEqualTo("SUBMITTED");
    }

    /// Of a number that there is, with wrong codes and with the right one; of one that is locked; of one that there
    /// is not.
    @Test
    void whoever_goes_on_gets_the_same_answers_in_the_same_order_whatever_there_is() {
        Filed filed = Filed.one();
        Filed locked = Filed.one();
        locked.guess(1, 10, 3);
        Set<List<String>> answers = new HashSet<>();
        answers.add(thirtyThree(filed.caseNo(), WRONG, "127.0.2.1"));
        answers.add(thirtyThree(locked.caseNo(), WRONG, "127.0.2.2"));
        answers.add(thirtyThree(locked.caseNo(), locked.code(), "127.0.2.3"));
        answers.add(thirtyThree(unknown(1), locked.code(), "127.0.2.4"));

        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next().get(29)).startsWith("200 null {\"data\":{\"caseProgress\":null}");
        assertThat(answers.iterator().next().get(30)).startsWith("200 900 {").contains("RATE_LIMITED");
    }

    private static List<String> thirtyThree(String caseNo, String code, String from) {
        return IntStream.range(0, 33)
                .mapToObj(_ -> asked(caseNo, code, from))
                .map(answer -> answer.statusCode() + " " + answer.header("Retry-After") + " "
                        + answer.asString().replaceAll("\"errorId\":\"[^\"]*\"", ""))
                .toList();
    }

    private static String unknown(int sequence) {
        return CaseNumber.of("520198", LocalDate.parse("2026-03-02"), 900_000 + sequence)
                .value();
    }

    @Test
    void many_who_guess_at_once_are_counted_one_by_one_whichever_pod_they_reach() throws Exception {
        Filed filed = Filed.one();
        try (ExecutorService many = Executors.newFixedThreadPool(10)) {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int guess = 0; guess < 40; guess++) {
                String from = "127.0.1." + (1 + guess % 10);
                answers.add(CompletableFuture.supplyAsync(
                        () -> asked(filed.caseNo(), WRONG, from).asString(), many));
            }
            for (CompletableFuture<String> answer : answers) {
                assertThat(answer.get()).startsWith("{\"data\":{\"caseProgress\":null}");
            }
        }
        assertThat(filed.mine().getInt("queryTries.wrong")).isEqualTo(30);
        assertThat(DatabaseState.query("select sum(wrong) from enquiry_minute")).isEqualTo("30");
        assertThat(filed.progress(filed.code())).isNull();
    }

    @Test
    void a_burst_from_one_address_at_once_gets_five_guesses_for_a_number_and_thirty_questions() throws Exception {
        Filed filed = Filed.one();
        List<String> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(10)) {
            List<CompletableFuture<String>> asking = new ArrayList<>();
            for (int guess = 0; guess < 50; guess++) {
                asking.add(CompletableFuture.supplyAsync(
                        () -> asked(filed.caseNo(), WRONG).asString(), many));
            }
            for (CompletableFuture<String> answer : asking) {
                answers.add(answer.get());
            }
        }
        assertThat(filed.mine().getInt("queryTries.wrong")).isEqualTo(5);
        assertThat(answers)
                .filteredOn(answer -> answer.contains("RATE_LIMITED"))
                .hasSize(20);
    }

    @Test
    void what_other_pods_counted_counts_here() {
        Filed filed = Filed.one();
        assertThat(filed.progress(WRONG)).isNull();
        var _ = DatabaseState.execute("""
                update enquiry_tries set wrong = 4, recent = jsonb_build_object(
                    'at', recent -> 'at' || (recent -> 'at') || (recent -> 'at') || (recent -> 'at'))
                """);

        assertThat(filed.progress(filed.code())).isEqualTo("SUBMITTED");
        assertThat(filed.progress(WRONG)).isNull();
        assertThat(filed.progress(filed.code())).isNull();
    }

    /// Of a number that there is, of ones that there are not, of another tenant, with another's code, with what is no
    /// number and no code, before the lock and during it.
    @Test
    void a_thousand_wrong_guesses_get_the_same_answer_byte_for_byte() {
        Filed filed = Filed.one();
        Filed other = Filed.one();
        String elsewhere =
                CaseNumber.of("520115", LocalDate.parse("2026-03-02"), 1).value();
        List<Function<String, Response>> guesses = List.of(
                from -> asked(filed.caseNo(), WRONG, from),
                from -> asked(unknown(1), filed.code(), from),
                from -> asked(elsewhere, filed.code(), from),
                from -> asked(filed.caseNo(), other.code(), from),
                from -> asked("nonsense", filed.code(), from),
                from -> asked(filed.caseNo(), "nonsense", from),
                from -> asked("", "", from));
        Set<String> answers = new HashSet<>();
        for (int guess = 0; guess < 1000; guess++) {
            answers.add(told(guesses.get(guess % guesses.size()).apply("127.0.3." + (1 + guess % 50))));
            MovableClock.pass(Duration.ofMillis(500));
        }
        answers.add(told(asked(filed.caseNo(), filed.code())));

        assertThat(filed.mine().getString("queryTries.lockedUntil")).isNotNull();
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).startsWith("200 no-store {\"data\":{\"caseProgress\":null}");
    }

    private static String told(Response answer) {
        return answer.statusCode() + " " + answer.header("Cache-Control") + " " + answer.asString();
    }

    @Test
    void a_flood_over_all_numbers_closes_it_to_strangers_until_the_minute_is_over() {
        Filed filed = Filed.one();
        MovableClock.pass(Duration.ofSeconds(20));
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        assertThat(filed.progress(WRONG)).isNull();
        var _ = DatabaseState.execute("update enquiry_minute set wrong = 299");
        assertThat(filed.progress(WRONG)).isNull();

        Response refused = asked(filed.caseNo(), filed.code());
        assertThat(refused.jsonPath().getString("data.caseProgress")).isNull();
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isEqualTo("40");
        assertThat(filed.progress(filed.code(), ELSEWHERE)).isEqualTo("SUBMITTED");
        assertThat(asked(filed.caseNo(), WRONG, ELSEWHERE).header("Retry-After"))
                .isEqualTo("40");
        assertThat(filed.mine().getInt("queryTries.wrong")).isEqualTo(3);
        MovableClock.pass(Duration.ofSeconds(40));
        assertThat(filed.progress(filed.code(), "127.0.0.3")).isEqualTo("SUBMITTED");
    }

    @Test
    void an_address_is_kept_as_a_hash_only() {
        Filed filed = Filed.one();
        assertThat(filed.progress(WRONG, "127.0.57.91")).isNull();

        assertThat(DatabaseState.query("select count(*) from enquiry_tries")).isEqualTo("3");
        assertThat(DatabaseState.query("select count(*) from enquiry_tries one where one::text like '%127.0%'"))
                .isEqualTo("0");
    }

    @Test
    void an_unknown_number_and_an_asker_are_forgotten_soon_and_that_somebody_tried_after_a_month() {
        Filed filed = Filed.one();
        assertThat(filed.progress(WRONG)).isNull();
        assertThat(asked(unknown(1), WRONG).statusCode()).isEqualTo(200);

        assertThat(rowsAfter(Duration.ofMinutes(29))).isEqualTo("5 1");
        assertThat(rowsAfter(Duration.ofMinutes(2))).isEqualTo("1 0");
        assertThat(rowsAfter(Duration.ofDays(29))).isEqualTo("1 0");
        assertThat(filed.mine().getInt("queryTries.wrong")).isEqualTo(1);
        assertThat(rowsAfter(Duration.ofDays(1))).isEqualTo("0 0");
        assertThat(filed.mine().getString("queryTries")).isNull();
    }

    private String rowsAfter(Duration time) {
        MovableClock.pass(time);
        forgetting.forget().await().atMost(Duration.ofSeconds(20));
        return DatabaseState.query(
                "select (select count(*) from enquiry_tries) || ' ' || (select count(*) from enquiry_minute)");
    }
}
