package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.crypto.CryptoFixture;
import cn.onenetwork.testing.CallerFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// Cases at the stations of the main line, all reached on Monday 2 March 2026 at ten.
final class ServiceCaseFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final WorkCalendar CALENDAR = new WorkCalendars().current();
    static final CaseNumber NUMBER = CaseNumber.of("520198", TODAY, 1);

    /// Promised within four working days, a licence that two people decide on.
    static final ServiceItem LICENCE = ItemFixture.item(ItemFixture.LAND_PLANNING);

    static final Moment NOW = on(TODAY, LICENCE);
    static final Word GROUNDS = new Grounds("不属于本机关职权", "可申请行政复议", null).word();
    static final List<SupplementNotice.Item> MISSING =
            List.of(new SupplementNotice.Item(null, "projectName", "请补充项目名称"));

    private ServiceCaseFixture() {}

    /// Ten in the morning of that day.
    static Moment on(LocalDate day, ServiceItem item) {
        return new Moment(item, CALENDAR, instant(day, LocalTime.of(10, 0)));
    }

    static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ShanghaiTime.ZONE).toInstant();
    }

    static ServiceCase aDraft() {
        return aDraft(LICENCE, Form.EMPTY);
    }

    static ServiceCase aDraft(ServiceItem item, Form form) {
        return CaseStory.draft(item, form, TODAY).told();
    }

    static ServiceCase aSubmittedCase() {
        return CaseStory.submitted(LICENCE, TODAY).told();
    }

    static ServiceCase aReceivedCase() {
        return CaseStory.submitted(LICENCE, TODAY).received().told();
    }

    static ServiceCase aCaseUnderReview() {
        return underReview(LICENCE, Form.EMPTY);
    }

    static ServiceCase underReview(ServiceItem item, Form form) {
        return CaseStory.draft(item, form, TODAY)
                .submitted()
                .received()
                .accepted()
                .told();
    }

    static ServiceCase aCaseUnderReviewAcceptedBy(cn.onenetwork.identity.Caller officer) {
        return CaseStory.submitted(LICENCE, TODAY)
                .received()
                .then((one, moment) -> one.accept(officer, Word.NONE, moment))
                .told();
    }

    static ServiceCase aDeliveringCase() {
        return CaseStory.draft(LICENCE, new Form("{\"deliveryMethod\":\"EXPRESS\"}"), TODAY)
                .submitted()
                .received()
                .accepted()
                .then((one, moment) -> one.approve(CallerFixture.reviewer(), Word.NONE, moment))
                .told();
    }

    /// The answers as the case keeps them.
    static SealedForm sealed(ServiceCase one, Form form) {
        return new Forms(CryptoFixture.crypto()).seal(one.id(), form);
    }
}
