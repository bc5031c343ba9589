package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads cases, for whoever may see them.
@ApplicationScoped
public class CaseReading {

    private final Cases cases;
    private final CaseJournal journal;
    private final Vouchers vouchers;
    private final AccessLog log;
    private final Clock clock;

    CaseReading(Cases cases, CaseJournal journal, Vouchers vouchers, AccessLog log, Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.vouchers = vouchers;
        this.log = log;
        this.clock = clock;
    }

    /// The case; null where there is none or not for this caller.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable CaseView> byId(String id, Caller caller) {
        return Cases.uuid(id)
                .map(known -> cases.visible(known, caller))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> found == null ? null : shown(found, caller));
    }

    /// The case; null where there is none or not for this caller.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable CaseView> byNumber(String caseNo, Caller caller) {
        return CaseNumber.parse(caseNo)
                .map(number -> cases.visible(number, caller))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> found == null ? null : shown(found, caller));
    }

    private CaseView shown(CaseAtHand found, Caller caller) {
        CaseView view = found.view(clock.instant());
        log.read(caller, List.of(view), CasePart.CASE);
        return view;
    }

    /// The applicant's own cases, newest first.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Page<CaseView>> mine(Caller caller, @Nullable CaseTab tab, Page.Request page) {
        caller.require(Role.CITIZEN);
        return cases.owned(caller, statuses(tab), page)
                .map(found -> Page.of(found, page).map(one -> one.view(clock.instant())))
                .invoke(shown -> log.read(caller, shown.rows(), CasePart.LISTED));
    }

    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Long> countMine(Caller caller, @Nullable CaseTab tab) {
        return cases.countOwned(caller, statuses(tab));
    }

    /// The timelines of cases that were read before, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Page<CaseEventView>>> timelines(List<UUID> caseIds, Page.Request page) {
        return journal.timelines(caseIds, page).map(entries -> {
            Map<UUID, List<CaseEventView>> byCase = entries.stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.caseId, Collectors.mapping(CaseEventView::of, Collectors.toList())));
            return caseIds.stream()
                    .map(id -> Page.of(byCase.getOrDefault(id, List.of()), page))
                    .toList();
        });
    }

    /// The vouchers of cases that were read before, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<VoucherView>>> vouchers(List<CaseView> read, Caller caller) {
        log.read(caller, read, CasePart.VOUCHERS);
        return vouchers.of(read.stream().map(CaseView::uuid).toList())
                .map(found -> read.stream()
                        .map(one -> found.getOrDefault(one.uuid(), List.of()))
                        .toList());
    }

    private static List<CaseStatus> statuses(@Nullable CaseTab tab) {
        return Optional.ofNullable(tab).map(CaseTab::statuses).orElseGet(() -> Arrays.asList(CaseStatus.values()));
    }
}
