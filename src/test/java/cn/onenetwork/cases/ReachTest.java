package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Page;
import cn.onenetwork.testing.CallerFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may see what is written three times: for a case in Java, for a query of Hibernate, and for the statements of
/// the feed. They agree.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReachTest {

    @Inject
    JournalReading journal;

    @Inject
    CaseReading reading;

    private final List<UUID> cases = new ArrayList<>();

    private static final String LAND =
            ItemFixture.item(ItemFixture.LAND_PLANNING).taskCode();
    private static final List<String> OWNERS = List.of(
            "corporation:91520198EXMPL0018E", "corporation:91520198EXMPL00269", "corporation:91520192EXMPL10106");
    private static final List<String> AGENTS =
            List.of("p-agent-one", "p-agent-two", "p-agent-three", "p-citizen", "p-officer-hightech", "p-auditor");

    @AfterEach
    void nobody_has_ties() {
        Delegating.forgetAll();
    }

    @BeforeEach
    void some_cases() {
        some_delegations();
        for (String persona : List.of("enterprise-legal", "enterprise-other", "enterprise-bonded")) {
            cases.add(UUID.fromString(Filing.draft(persona, ItemFixture.LAND_PLANNING)));
            cases.add(UUID.fromString(Filing.submitted(persona, ItemFixture.LAND_PLANNING)));
        }
    }

    /// Delegations of every kind, from those who have cases to those who ask, in force and not, drawn by a fixed seed.
    private static void some_delegations() {
        Delegating.forgetAll();
        Random random = new Random(7);
        for (int number = 0; number < 40; number++) {
            String principal = one(random, OWNERS);
            String items =
                    one(random, List.of("null", "null", "'{" + LAND + "}'", "'{" + LAND + ",OTHER}'", "'{OTHER}'"));
            assertThat(DatabaseState.execute("""
                            insert into delegation (id, version, principal, principal_name, role, granted_by, agent_hash,
                                agent, items, actions, valid_from, valid_to, status, created_at, accepted_at)
                            values (gen_random_uuid(), 1, '%s', '', 'AGENT', 'x', 'x', '%s', %s, '{}', now() + interval '%d h',
                                now() + interval '%d h', '%s', now(), now())
                            """.formatted(
                                    principal,
                                    one(random, AGENTS),
                                    items,
                                    random.nextInt(-9, 3),
                                    random.nextInt(-2, 9),
                                    one(random, List.of("ACTIVE", "ACTIVE", "PENDING", "REVOKED")))))
                    .isEqualTo(1);
        }
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    static Stream<Caller> callers() {
        return Stream.of(
                CallerFixture.citizen(),
                CallerFixture.enterprise(),
                CallerFixture.officer(),
                CallerFixture.reviewer(),
                CallerFixture.supervisor(),
                CallerFixture.auditor(),
                CallerFixture.admin(),
                CallerFixture.staff("p-officer-cbz", "guiyang-cbz", Role.OFFICER),
                CallerFixture.citizen("p-agent-one"),
                CallerFixture.citizen("p-agent-two"),
                CallerFixture.citizen("p-agent-three"));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void a_page_of_the_feed_holds_what_the_reach_lets_through_of_everything(Caller caller) {
        CaseReach reach = CaseReach.of(caller);
        List<String> everything =
                cursors(all(after -> journal.news(after, 100).await().indefinitely()).stream()
                        .filter(news -> news.isToldTo(reach))
                        .toList());

        assertThat(cursors(all(after -> journal.page(after, reach, 7).await().indefinitely())))
                .isEqualTo(everything);
        assertThat(journal.count(reach).await().indefinitely()).isEqualTo(everything.size());
    }

    @ParameterizedTest
    @MethodSource("callers")
    void a_case_is_seen_the_same_way_by_all_three(Caller caller) {
        CaseReach reach = CaseReach.of(caller);
        for (UUID id : cases) {
            boolean seen = reading.byId(id.toString(), caller).await().indefinitely() != null;
            List<JournalNews> news =
                    journal.newsOf(Map.of(id, 0), 10).await().indefinitely().get(id);

            assertThat(news).isNotEmpty().allMatch(one -> one.isVisibleTo(reach) == seen);
            assertThat(journal.pageOf(id, 0, reach, 10).await().indefinitely().isEmpty())
                    .isNotEqualTo(seen);
        }
    }

    @ParameterizedTest
    @MethodSource("callers")
    void a_list_and_its_count_hold_what_is_the_applicants_side(Caller caller) {
        Page.Request first = new Page.Request(100, null, Locale.SIMPLIFIED_CHINESE);
        if (caller.has(Role.CITIZEN)) {
            List<CaseView> listed =
                    reading.mine(caller, null, first).await().indefinitely().rows();

            assertThat(listed)
                    .extracting(CaseView::accessBasis)
                    .isSubsetOf(AccessBasis.OWNER, AccessBasis.CORPORATION, AccessBasis.DELEGATION);
            for (UUID id : cases) {
                CaseView seen = reading.byId(id.toString(), caller).await().indefinitely();
                assertThat(listed.stream().anyMatch(one -> one.uuid().equals(id)))
                        .isEqualTo(seen != null);
            }
            assertThat(reading.countMine(caller, null).await().indefinitely()).isGreaterThanOrEqualTo(listed.size());
        }
    }

    @Test
    void the_drawn_delegations_open_some_cases_and_not_all() {
        List<Boolean> seen = new ArrayList<>();
        for (Caller caller :
                callers().filter(one -> one.id().startsWith("p-agent")).toList()) {
            for (UUID id : cases) {
                seen.add(reading.byId(id.toString(), caller).await().indefinitely() != null);
            }
        }

        assertThat(seen).contains(true, false);
    }

    private static List<String> cursors(List<JournalNews> news) {
        return news.stream().map(one -> one.event().cursor()).toList();
    }

    private static List<JournalNews> all(Function<JournalPosition, JournalPage> read) {
        List<JournalNews> all = new ArrayList<>();
        JournalPosition position = JournalPosition.START;
        boolean more = true;
        while (more) {
            JournalPage page = read.apply(position);
            all.addAll(page.news());
            position = page.reached();
            more = page.more();
        }
        return all;
    }
}
