package cn.onenetwork.calendar;

import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Takes in the notice of a year when the State Council publishes it, or amends it. To import the same notice again
/// changes nothing.
@ApplicationScoped
public class ImportingNotices {

    private final ImportedNotices notices;
    private final Clock clock;

    ImportingNotices(ImportedNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /// @param definition in the format of the open data set holiday-cn
    /// @param by         the provider's id of who imports it
    /// @throws Problem FORM_INVALID at `notice` where it is no published notice
    @UnitOfWork
    public Uni<HolidayNotice> importNotice(String definition, String by) {
        HolidayNotice notice = parsed(definition);
        return notices.keep(notice, definition, by, clock.instant()).replaceWith(notice);
    }

    private static HolidayNotice parsed(String definition) {
        try {
            HolidayNotice notice = HolidayNotice.parse(definition);
            if (notice.published()) {
                return notice;
            }
        } catch (RuntimeException malformed) {
            // Told like one that is not published: its text is not repeated.
        }
        throw Problem.variant(UserErrorCode.FORM_INVALID, "notice").at("notice");
    }
}
