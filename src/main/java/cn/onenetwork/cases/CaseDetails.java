package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.Facts;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.ItemKey;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What follows from a case and the version of the item it was filed under, for many cases at once.
@ApplicationScoped
public class CaseDetails {

    private final ServiceItems items;
    private final Explanations explanations;
    private final CommitmentLetters letters;
    private final Forms forms;
    private final WorkCalendars calendars;
    private final AccessLog log;
    private final Clock clock;

    CaseDetails(
            ServiceItems items,
            Explanations explanations,
            CommitmentLetters letters,
            Forms forms,
            WorkCalendars calendars,
            AccessLog log,
            Clock clock) {
        this.items = items;
        this.explanations = explanations;
        this.letters = letters;
        this.forms = forms;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /// The items of the cases, in their order.
    public Uni<List<ServiceItem>> items(List<CaseView> cases) {
        return remembered(cases, (_, item) -> item);
    }

    /// The material slots of the cases, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<CaseMaterialView>>> materials(List<CaseView> cases, Caller viewer) {
        log.read(viewer, cases, CasePart.MATERIALS);
        Instant now = clock.instant();
        return each(
                cases,
                (one, item) -> CaseMaterialView.of(
                        one, facts(one, item), new Moment(item, calendars.current(), now), viewer.locale()));
    }

    /// What is known of a case that is looked at: on its applicant's side what the token proves too, for others only
    /// the answers.
    private Facts facts(CaseView one, ServiceItem item) {
        Map<String, ?> answers =
                FormValues.of(forms.open(one.uuid(), one.reference().form()).json());
        Capacity capacity = one.reference().capacity();
        if (capacity == null) {
            return new Facts(answers, Map.of(), Map.of());
        }
        CaseMaterials filed = one.reference().materials();
        return Evidence.of(capacity.applicant(), capacity.corporation(), item, answers, SharedRecord.NOTHING, filed)
                .facts();
    }

    /// What was signed for the slots, in their order; null where nothing was.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<@Nullable SignedCommitment>> signedCommitments(List<CaseMaterialView> slots, Caller viewer) {
        log.readSlots(viewer, slots, CasePart.COMMITMENTS);
        return letters.of(slots.stream()
                        .map(slot -> slot.reference().caseId())
                        .distinct()
                        .toList())
                .map(found ->
                        slots.stream().map(slot -> found.get(slot.reference())).collect(Collectors.toList()));
    }

    /// What the rules of instant items said of the cases, in their order; null where none were asked.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<@Nullable DecisionExplanation>> decisionExplanations(List<CaseView> cases, Caller viewer) {
        log.read(viewer, cases, CasePart.EXPLANATION);
        return explanations(cases)
                .map(found -> cases.stream().map(one -> found.get(one.uuid())).collect(Collectors.toList()));
    }

    private Uni<Map<UUID, DecisionExplanation>> explanations(List<CaseView> cases) {
        return explanations.of(cases.stream().map(CaseView::uuid).toList());
    }

    /// The deadlines of the cases, in their order; null for drafts.
    public Uni<List<@Nullable CaseDeadline>> deadlines(List<CaseView> cases) {
        WorkCalendar calendar = calendars.current();
        LocalDate today = ShanghaiTime.dayOf(clock.instant());
        return remembered(cases, (one, item) -> CaseDates.of(one).deadline(item, calendar, today));
    }

    private <T extends @Nullable Object> Uni<List<T>> each(
            List<CaseView> cases, BiFunction<CaseView, ServiceItem, T> detail) {
        return items.versions(keys(cases)).map(found -> each(cases, found, detail));
    }

    /// Opens no session for items that are in memory, which most are that people ask for.
    private <T extends @Nullable Object> Uni<List<T>> remembered(
            List<CaseView> cases, BiFunction<CaseView, ServiceItem, T> detail) {
        Set<ItemKey> keys = keys(cases);
        return items.remembered(keys)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> read(keys))
                .map(found -> each(cases, found, detail));
    }

    @UnitOfWork(UnitOfWork.Mode.READ)
    Uni<Map<ItemKey, ServiceItem>> read(Set<ItemKey> keys) {
        return items.versions(keys);
    }

    private static Set<ItemKey> keys(List<CaseView> cases) {
        return cases.stream().map(one -> one.reference().itemKey()).collect(Collectors.toSet());
    }

    private static <T extends @Nullable Object> List<T> each(
            List<CaseView> cases, Map<ItemKey, ServiceItem> found, BiFunction<CaseView, ServiceItem, T> detail) {
        return cases.stream().map(one -> detail.apply(one, item(found, one))).collect(Collectors.toList());
    }

    private static ServiceItem item(Map<ItemKey, ServiceItem> found, CaseView one) {
        return Objects.requireNonNull(found.get(one.reference().itemKey()), "a case's item version is never removed");
    }
}
