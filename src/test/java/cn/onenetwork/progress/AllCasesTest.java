package cn.onenetwork.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import cn.onenetwork.testing.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The feed over all cases, live and polled, as clients see it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllCasesTest {

    private static final String LIVE =
            "subscription($after: String) { myCasesProgressed(after: $after)" + " { cursor caseId sequence kind } }";
    private static final String POLLED = "query($after: String, $first: Int) { caseEvents(after: $after, first: $first)"
            + " { nodes { cursor caseId sequence kind } pageInfo { hasNextPage endCursor } totalCount } }";
    private static final String ONE_CASE =
            "subscription($id: ID) { caseProgressed(id: $id, afterSequence: 2) { cursor sequence kind } }";
    private static final String EVENT = "data.myCasesProgressed.";
    private static final Duration A_MOMENT = Duration.ofMillis(700);

    @Inject
    Pool pool;

    @Test
    void live_and_polled_tell_the_same_in_the_same_order() {
        String start = lastCursor("officer-hightech");
        try (Subscription live = live("officer-hightech", start)) {
            String one = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
            String other = Filing.submitted("enterprise-other", ItemFixture.POLICY_CLAIM);
            var _ = Filing.officer("officer-hightech", "caseReceive", one);
            var _ = Filing.officer("officer-hightech", "caseAccept", one);
            var _ = Filing.officer("officer-hightech", "caseReceive", other);

            List<String> told = cursors(live.next(6));
            assertThat(polled("officer-hightech", start, 2)).isEqualTo(told);
            assertThat(polled("officer-hightech", told.get(3), 50)).isEqualTo(told.subList(4, 6));
            try (Subscription again = live("officer-hightech", told.get(3))) {
                assertThat(cursors(again.next(2))).isEqualTo(told.subList(4, 6));
            }
        }
    }

    @Test
    void each_sees_what_is_theirs_and_staff_no_drafts() {
        String start = lastCursor("auditor");
        Map<String, Subscription> feeds = new HashMap<>();
        for (String persona : List.of(
                "enterprise-legal",
                "enterprise-operator",
                "enterprise-other",
                "officer-hightech",
                "officer-cbz",
                "auditor",
                "admin")) {
            feeds.put(persona, live(persona, start));
        }
        String id = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);

        for (String persona : List.of("enterprise-legal", "enterprise-operator")) {
            assertThat(feeds.get(persona).next(2))
                    .extracting(event -> event.getString(EVENT + "kind"))
                    .as(persona)
                    .containsExactly("DRAFT_SAVED", "SUBMITTED");
        }
        for (String persona : List.of("officer-hightech", "auditor")) {
            JsonPath event = feeds.get(persona).next();
            assertThat(event.getString(EVENT + "kind")).as(persona).isEqualTo("SUBMITTED");
            assertThat(event.getString(EVENT + "caseId")).as(persona).isEqualTo(id);
        }
        settle();
        assertThat(feeds.values()).allMatch(feed -> feed.pending().isEmpty());
        feeds.values().forEach(Subscription::close);
        assertThat(GraphQl.as("admin").ask(POLLED, Map.of()).getInt("data.caseEvents.totalCount"))
                .isZero();
        assertThat(GraphQl.as("admin").ask(POLLED, Map.of()).getList("data.caseEvents.nodes"))
                .isEmpty();
    }

    @Test
    void an_open_transaction_is_not_passed_though_others_commit_after_it() throws SQLException {
        String slow = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        String fast = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        String start = lastCursor("enterprise-legal");
        String event;
        try (OpenTransaction open = OpenTransaction.begin();
                Subscription live = live("enterprise-legal", start);
                Subscription one = one(fast)) {
            settle();
            var _ = Filing.officer("officer-hightech", "caseReceive", fast);
            JsonPath early = one.next();
            assertThat(early.getString("data.caseProgressed.kind"))
                    .as("one case waits for nobody")
                    .isEqualTo("RECEIVED");
            settle();
            assertThat(live.pending()).isEmpty();
            assertThat(polled("enterprise-legal", start, 50)).isEmpty();

            event = open.writeEvent(slow);
            open.commit();
            List<JsonPath> told = live.next(2);
            assertThat(told)
                    .extracting(told1 -> told1.getString(EVENT + "caseId"))
                    .containsExactly(slow, fast);
            assertThat(polled("enterprise-legal", start, 50)).isEqualTo(cursors(told));
            String cursor = early.getString("data.caseProgressed.cursor");
            assertThat(polled("enterprise-legal", cursor, 50))
                    .as("a cursor that was told early misses nothing, and the event itself does not come again")
                    .isEqualTo(cursors(told).subList(0, 1));
        }
        forget(event);
    }

    @Test
    void what_a_foreign_transaction_held_back_comes_when_that_ends_without_a_word() throws SQLException {
        String id = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        String start = lastCursor("enterprise-legal");
        try (OpenTransaction open = OpenTransaction.elsewhere();
                Subscription live = live("enterprise-legal", start)) {
            settle();
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            settle();
            assertThat(live.pending()).isEmpty();
            open.rollback();

            await().atMost(Duration.ofSeconds(3)).until(() -> live.pending().size() == 1);
        }
    }

    @Test
    void a_right_that_was_taken_away_a_moment_ago_delivers_nothing_more() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        String start = lastCursor("enterprise-legal");
        try (Subscription one = one(id);
                Subscription all = live("enterprise-legal", start);
                Subscription officer = live("officer-hightech", start)) {
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            assertThat(one.next().getString("data.caseProgressed.kind")).isEqualTo("RECEIVED");
            assertThat(all.next().getString(EVENT + "kind")).isEqualTo("RECEIVED");
            var _ = DatabaseState.execute("update service_case set owner = 'person:nobody' where id = '" + id + "'");
            var _ = Filing.officer("officer-hightech", "caseAccept", id);

            assertThat(officer.next(3)).hasSize(3);
            settle();
            assertThat(one.pending()).isEmpty();
            assertThat(all.pending()).isEmpty();
            assertThat(polled("enterprise-legal", lastCursor("enterprise-legal"), 50))
                    .isEmpty();
        }
    }

    @Test
    void a_listener_whose_connection_was_killed_comes_back_and_nothing_is_missing() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        try (Subscription live = live("enterprise-legal", lastCursor("enterprise-legal"));
                Subscription one = one(id)) {
            settle();
            assertThat(Superuser.endConnectionsOf("one-network-listener")).isEqualTo(1);
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            var _ = Filing.officer("officer-hightech", "caseAccept", id);

            assertThat(live.next(3))
                    .extracting(event -> event.getString(EVENT + "kind"))
                    .containsExactly("RECEIVED", "ACCEPTED", "REVIEW_STARTED");
            assertThat(one.next(3)).hasSize(3);
            var _ = Filing.officer("reviewer-hightech", "caseApprove", id);
            assertThat(live.next().getString(EVENT + "kind")).isEqualTo("APPROVED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "ZXZlbnQ", "d29yawAB"})
    void a_malformed_cursor_is_bad_input(String cursor) {
        assertThat(GraphQl.as("citizen").ask(POLLED, Map.of("after", cursor)).getString("errors[0].extensions.code"))
                .isEqualTo("BAD_USER_INPUT");
        try (Subscription live = live("citizen", cursor)) {
            assertThat(live.next().getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void who_knows_nothing_hears_only_what_is_to_come() {
        var _ = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        try (Subscription live = live("enterprise-legal", null)) {
            settle();
            assertThat(live.pending()).isEmpty();
            String id = Filing.draft("enterprise-legal", ItemFixture.POLICY_CLAIM);

            assertThat(live.next().getString(EVENT + "caseId")).isEqualTo(id);
        }
    }

    @Test
    void a_transaction_that_we_leave_open_by_mistake_is_ended() {
        assertThat(pool.query("show idle_in_transaction_session_timeout")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("30s");
    }

    @Test
    void without_a_login_there_is_nothing() {
        assertThat(GraphQl.anonymous().ask(POLLED, Map.of()).getString("errors[0].extensions.code"))
                .isEqualTo("UNAUTHENTICATED");
        try (Subscription live = GraphQl.anonymous().subscribe(LIVE, Map.of())) {
            assertThat(live.next().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        }
    }

    /// What happens to a case of the enterprise after it was filed.
    private static Subscription one(String id) {
        return GraphQl.as("enterprise-legal").subscribe(ONE_CASE, Map.of("id", id));
    }

    private static Subscription live(String persona, @Nullable String after) {
        return GraphQl.as(persona).subscribe(LIVE, after == null ? Map.of() : Map.of("after", after));
    }

    /// All that is after a cursor, in pages of that size.
    private static List<String> polled(String persona, String after, int first) {
        List<String> cursors = new ArrayList<>();
        String position = after;
        boolean more = true;
        while (more) {
            JsonPath page = GraphQl.as(persona).ask(POLLED, Map.of("after", position, "first", first));
            List<String> next = page.getList("data.caseEvents.nodes.cursor");
            cursors.addAll(next);
            position = next.isEmpty() ? position : next.getLast();
            more = page.getBoolean("data.caseEvents.pageInfo.hasNextPage");
        }
        return cursors;
    }

    /// The cursor of the newest event that the persona may see.
    private static String lastCursor(String persona) {
        var _ = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        JsonPath first = GraphQl.as(persona).ask(POLLED, Map.of("first", 1));
        String start = first.getString("data.caseEvents.pageInfo.endCursor");
        List<String> rest = polled(persona, start, 100);
        return rest.isEmpty() ? start : rest.getLast();
    }

    private static List<String> cursors(List<JsonPath> events) {
        return events.stream().map(event -> event.getString(EVENT + "cursor")).toList();
    }

    private static void settle() {
        await().pollDelay(A_MOMENT).until(() -> true);
    }

    private static void forget(String event) {
        assertThat(DatabaseState.execute("delete from case_event where id = " + event))
                .isEqualTo(1);
    }
}
