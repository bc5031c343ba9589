package cn.onenetwork.progress;

import static cn.onenetwork.testing.Delegating.accepted;
import static cn.onenetwork.testing.Delegating.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The feeds of an agent over real sockets: delegations begin and end while they are open.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelegatedFeedTest {

    private static final String RESIDENCE = "ht-residence-permit";
    private static final String AGENT = "enterprise-other";
    private static final String ONE =
            "subscription($id: ID) { caseProgressed(id: $id, afterSequence: 0) { sequence } }";
    private static final String ALL = "subscription { myCasesProgressed { caseId sequence } }";
    private static final Duration A_MOMENT = Duration.ofMillis(700);

    @BeforeEach
    void nobody_acts_for_anybody() {
        Delegating.forgetAll();
    }

    @Test
    void a_delegation_that_was_taken_back_delivers_nothing_more() {
        String id = Filing.draft("citizen", RESIDENCE);
        String delegation = accepted("citizen", AGENT, Map.of());
        try (Subscription one = one(AGENT, id);
                Subscription all = all(AGENT);
                Subscription own = one("citizen", id)) {
            assertThat(sequence(one.next())).isEqualTo(1);
            settle();
            change("citizen", id);
            assertThat(sequence(one.next())).isEqualTo(2);
            assertThat(all.next().getInt("data.myCasesProgressed.sequence")).isEqualTo(2);

            var _ = done(Delegating.mutate("citizen", "delegationRevoke", delegation), "delegationRevoke");
            change("citizen", id);
            assertThat(own.next(3)).extracting(DelegatedFeedTest::sequence).containsExactly(1, 2, 3);
            settle();
            assertThat(one.pending()).isEmpty();
            assertThat(all.pending()).isEmpty();
        }
    }

    @Test
    void a_delegation_that_is_accepted_brings_its_cases_into_an_open_feed() {
        String id = Filing.draft("citizen", RESIDENCE);
        try (Subscription all = all(AGENT)) {
            settle();
            change("citizen", id);
            settle();
            assertThat(all.pending()).isEmpty();
            var _ = accepted("citizen", AGENT, Map.of());
            change("citizen", id);

            JsonPath told = all.next();
            assertThat(told.getString("data.myCasesProgressed.caseId")).isEqualTo(id);
            assertThat(told.getInt("data.myCasesProgressed.sequence")).isEqualTo(3);
        }
    }

    @Test
    void a_delegation_whose_time_is_over_delivers_nothing_more() {
        String id = Filing.draft("citizen", RESIDENCE);
        var _ = accepted("citizen", AGENT, Map.of());
        try (Subscription one = one(AGENT, id);
                Subscription all = all(AGENT)) {
            assertThat(sequence(one.next())).isEqualTo(1);
            settle();
            MovableClock.pass(Duration.ofDays(30));
            change("citizen", id);
            settle();
            assertThat(one.pending()).isEmpty();
            assertThat(all.pending()).isEmpty();
        }
    }

    @Test
    void who_has_no_delegation_cannot_follow() {
        String id = Filing.draft("citizen", RESIDENCE);
        try (Subscription one = one(AGENT, id)) {
            assertThat(one.next().getString("errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        }
    }

    private static Subscription one(String persona, String id) {
        return GraphQl.as(persona).subscribe(ONE, Map.of("id", id));
    }

    private static Subscription all(String persona) {
        return GraphQl.as(persona).subscribe(ALL, Map.of());
    }

    private static int sequence(JsonPath event) {
        return event.getInt("data.caseProgressed.sequence");
    }

    private static void change(String persona, String id) {
        assertThat(Filing.mutate(persona, "caseDraftSave", Map.of("idempotencyKey", Filing.key(), "id", id))
                        .getList("data.caseDraftSave.userErrors"))
                .isEmpty();
    }

    private static void settle() {
        await().pollDelay(A_MOMENT).until(() -> true);
    }
}
