package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.testing.CallerFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What holds in every history that a case can have: people act or do not act, days pass.
class CaseHistoriesTest {

    private static final LocalDate LONG_AFTER = LocalDate.of(2026, 12, 1);

    private static final Caller APPLICANT = CallerFixture.enterprise();
    private static final Caller HEAD = CallerFixture.supervisor();

    /// All that people can do to a case; what is not possible where it stands is refused and changes nothing.
    private static final List<CaseStory.Verb> VERBS = List.of(
            (one, now) -> one.submit(APPLICANT, ServiceCaseFixture.NUMBER, now),
            (one, now) -> one.receive(CallerFixture.officer(), Word.NONE, now),
            (one, now) -> one.accept(CallerFixture.officer(), Word.NONE, now),
            (one, now) -> one.sendBack(HEAD, ServiceCaseFixture.MISSING, null, Word.NONE, now),
            (one, now) -> one.requireSupplement(HEAD, ServiceCaseFixture.MISSING, null, Word.NONE, now),
            (one, now) -> one.supplement(APPLICANT, one.sealedForm(), null, now),
            (one, now) -> one.suspend(HEAD, Word.NONE, now),
            (one, now) -> one.resume(HEAD, Word.NONE, now),
            (one, now) -> one.extend(HEAD, Word.NONE, now),
            (one, now) -> one.claim(HEAD, now),
            (one, now) -> one.approve(CallerFixture.reviewer(), Word.NONE, now),
            (one, now) -> one.deliver(CallerFixture.officer(), Word.NONE, now),
            (one, now) -> one.reject(CallerFixture.reviewer(), ServiceCaseFixture.GROUNDS, now),
            (one, now) -> one.terminate(HEAD, Word.NONE, now),
            (one, now) -> one.refuse(CallerFixture.officer(), ServiceCaseFixture.GROUNDS, now),
            (one, now) -> one.withdraw(APPLICANT, null, now));

    private static final int HARMLESS = 12;

    @Property(tries = 400)
    void being_woken_on_its_day_is_as_good_as_being_looked_at_every_day(@ForAll("histories") History history) {
        CaseStory daily = history.told(CaseStory::daysPassUntil);
        CaseStory woken = history.told(CaseStory::wokenUntil);

        assertThat(facts(woken)).isEqualTo(facts(daily));
    }

    @Property(tries = 400)
    void something_happens_on_the_day_on_which_a_case_is_woken_and_nothing_before(
            @ForAll("histories") History history) {
        CaseStory story = history.told(CaseStory::wokenUntil);
        var _ = story.swept();
        LocalDate today = story.moment().today();
        LocalDate next = story.told().wakeOn();

        if (next == null) {
            int before = story.events().size();
            assertThat(story.daysPassUntil(LONG_AFTER).events()).hasSize(before);
        } else {
            assertThat(next).isAfter(today);
            int before = story.events().size();
            assertThat(story.daysPassUntil(next.minusDays(1)).events()).hasSize(before);
            assertThat(story.on(next).swept().events()).hasSizeGreaterThan(before);
        }
    }

    @Property(tries = 400)
    void every_step_is_in_the_table_numbered_and_chained(@ForAll("histories") History history) {
        List<CaseEvent> events = history.told(CaseStory::daysPassUntil).events();

        CaseEvent before = null;
        for (CaseEvent event : events) {
            assertThat(event.sequence()).isEqualTo(before == null ? 1 : before.sequence() + 1);
            assertThat(event.from()).isEqualTo(before == null ? null : before.to());
            assertThat(event.previousHash()).isEqualTo(before == null ? null : before.hash());
            assertThat(CaseLifecycle.move(event.from(), event.kind())
                            .orElseThrow()
                            .to())
                    .isEqualTo(event.to());
            before = event;
        }
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Integer> harmless = Arbitraries.integers().between(0, HARMLESS - 1);
        Arbitrary<Integer> any = Arbitraries.integers().between(0, VERBS.size() - 1);
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.integers().between(0, 3)),
                                Tuple.of(1, Arbitraries.integers().between(4, 60))),
                        Arbitraries.frequencyOf(Tuple.of(9, harmless), Tuple.of(1, any)))
                .as(Step::new);
        return Combinators.combine(
                        Arbitraries.of(ItemFixture.LAND_PLANNING, ItemFixture.COMPLETION_ACCEPTANCE)
                                .map(ItemFixture::item),
                        Arbitraries.of("{}", "{\"deliveryMethod\":\"WINDOW\"}").map(Form::new),
                        Arbitraries.integers().between(0, 120).map(ServiceCaseFixture.TODAY::plusDays),
                        steps.list().ofMinSize(1).ofMaxSize(14))
                .as(History::new);
    }

    private static List<String> facts(CaseStory story) {
        return story.events().stream()
                .map(event -> String.join(
                        " ",
                        ShanghaiTime.dayOf(event.at()).toString(),
                        event.kind().name(),
                        event.to().name(),
                        String.valueOf(event.note()),
                        String.valueOf(event.dueOn())))
                .toList();
    }

    /// Some days pass, then somebody tries something.
    record Step(int days, int verb) {}

    record History(ServiceItem item, Form form, LocalDate begin, List<Step> steps) {

        CaseStory told(BiFunction<CaseStory, LocalDate, CaseStory> time) {
            CaseStory story = CaseStory.draft(item, form, begin).submitted();
            LocalDate day = begin;
            for (Step step : steps) {
                day = day.plusDays(step.days());
                var _ = time.apply(story, day);
                var _ = tried(story, VERBS.get(step.verb()));
            }
            return story;
        }

        private static CaseStory tried(CaseStory story, CaseStory.Verb verb) {
            try {
                return story.then(verb);
            } catch (Problem refused) {
                return story;
            }
        }

        @Override
        public String toString() {
            return item.id() + " " + form.text() + " from " + begin + " " + steps;
        }
    }
}
