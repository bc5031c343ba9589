package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.testing.CallerFixture;
import java.time.Instant;
import java.time.LocalDate;

/// Cases at the stations of the main line.
final class ServiceCaseFixture {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final CaseNumber NUMBER = CaseNumber.of("520198", TODAY, 1);
    static final ServiceItem LICENCE = ItemFixture.item(ItemFixture.LAND_PLANNING);
    static final Due DUE = new Due(TODAY.plusDays(7), TODAY.plusDays(6));

    private ServiceCaseFixture() {}

    static ServiceCase aDraft() {
        return aDraft(LICENCE, Form.EMPTY);
    }

    static ServiceCase aDraft(ServiceItem item, Form form) {
        Caller applicant = CallerFixture.enterprise();
        ServiceCase draft = new ServiceCase(Ids.next(NOW), applicant, applicant.corporation(), item, NOW);
        var _ = draft.saveDraft(applicant, form, NOW);
        return draft;
    }

    static ServiceCase aSubmittedCase() {
        return submitted(aDraft(), LICENCE);
    }

    static ServiceCase aReceivedCase() {
        ServiceCase received = aSubmittedCase();
        var _ = received.receive(CallerFixture.officer(), null, NOW);
        return received;
    }

    static ServiceCase aCaseUnderReview() {
        return underReview(LICENCE, Form.EMPTY);
    }

    static ServiceCase underReview(ServiceItem item, Form form) {
        ServiceCase accepted = submitted(aDraft(item, form), item);
        var _ = accepted.receive(CallerFixture.officer(), null, NOW);
        var _ = accepted.accept(CallerFixture.officer(), TODAY, DUE, null, NOW);
        var _ = accepted.proceed(item, NOW).orElseThrow();
        return accepted;
    }

    private static ServiceCase submitted(ServiceCase draft, ServiceItem item) {
        var _ = draft.submit(CallerFixture.enterprise(), item, NUMBER, TODAY, DUE, NOW);
        return draft;
    }
}
