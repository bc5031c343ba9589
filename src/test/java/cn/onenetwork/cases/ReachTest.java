package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.testing.CallerFixture;
import cn.onenetwork.testing.Filing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
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

    @BeforeEach
    void some_cases() {
        for (String persona : List.of("enterprise-legal", "enterprise-other", "enterprise-bonded")) {
            cases.add(UUID.fromString(Filing.draft(persona, ItemFixture.LAND_PLANNING)));
            cases.add(UUID.fromString(Filing.submitted(persona, ItemFixture.LAND_PLANNING)));
        }
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
                CallerFixture.staff("p-officer-cbz", "guiyang-cbz", Role.OFFICER));
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
