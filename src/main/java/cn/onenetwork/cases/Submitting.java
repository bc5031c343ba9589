package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.catalogue.Tenants;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Files a draft: checks everything, gives it a number, and starts the clock of receipt.
@ApplicationScoped
public class Submitting {

    private final Cases cases;
    private final ServiceItems items;
    private final Tenants tenants;
    private final CaseNumbers numbers;
    private final CaseDesk desk;
    private final CaseClocks clocks;
    private final Clock clock;

    Submitting(
            Cases cases,
            ServiceItems items,
            Tenants tenants,
            CaseNumbers numbers,
            CaseDesk desk,
            CaseClocks clocks,
            Clock clock) {
        this.cases = cases;
        this.items = items;
        this.tenants = tenants;
        this.numbers = numbers;
        this.desk = desk;
        this.clocks = clocks;
        this.clock = clock;
    }

    @UnitOfWork
    public Uni<CaseView> submit(Caller caller, CaseCommand command) {
        caller.require(Role.CITIZEN);
        return desk.once(
                caller,
                "caseSubmit",
                command.idempotencyKey(),
                command,
                () -> cases.require(command.caseId(), command.idField(), caller)
                        .invoke(found -> CaseDesk.checkVersion(found, command.expectedVersion()))
                        .chain(found -> file(caller, found)));
    }

    private Uni<CaseView> file(Caller caller, ServiceCase found) {
        Instant now = clock.instant();
        LocalDate today = ShanghaiTime.dayOf(now);
        found.obstacle(CaseAction.SUBMIT, caller).ifPresent(problem -> {
            throw problem;
        });
        return items.require(found.itemKey().taskCode())
                .invoke(item -> check(caller, found, item, today))
                .chain(item -> tenants.require(item.tenantId())
                        .chain(tenant -> numbers.next(tenant, today))
                        .chain(number -> desk.settle(caller, found, item, submit(caller, found, item, number, now))));
    }

    private static void check(Caller caller, ServiceCase found, ServiceItem item, LocalDate today) {
        SubmissionPolicy.check(
                SubmissionPolicy.TO_SUBMIT,
                new SubmissionPolicy.Application(caller, principal(caller, found.onBehalfOf()), item, today));
        found.form().requireValid(item, caller.locale());
    }

    private CaseEvent submit(Caller caller, ServiceCase found, ServiceItem item, CaseNumber number, Instant now) {
        CaseClock caseClock = clocks.current();
        LocalDate receivingDay = caseClock.receivingDay(now);
        return found.submit(caller, item, number, receivingDay, caseClock.receipt(receivingDay), now);
    }

    private static @Nullable Corporation principal(Caller caller, @Nullable String onBehalfOf) {
        if (onBehalfOf == null) {
            return null;
        }
        if (caller.corporation() == null || !caller.corporation().uscc().equals(onBehalfOf)) {
            throw Problem.of(UserErrorCode.NOT_DELEGATED);
        }
        return caller.corporation();
    }
}
