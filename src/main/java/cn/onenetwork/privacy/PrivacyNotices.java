package cn.onenetwork.privacy;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All versions of the notice. To be used within a unit of work.
@ApplicationScoped
class PrivacyNotices {

    private static final String SELECT = "select version, valid_from, text, text_en from privacy_notice ";
    private static final String TODAY =
            "where valid_from <= :today order by valid_from desc, published_at desc limit 1";

    private final Clock clock;

    PrivacyNotices(Clock clock) {
        this.clock = clock;
    }

    /// The notice that holds today. There is always one: the first comes with the schema.
    Uni<PrivacyNotice> current(Locale locale) {
        LocalDate today = ShanghaiTime.dayOf(clock.instant());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + TODAY, Object[].class)
                        .setParameter("today", today)
                        .getSingleResult())
                .map(row -> notice(row).in(locale));
    }

    /// A version, whether or not it holds today; null where there is none.
    Uni<@Nullable PrivacyNotice> version(String version, Locale locale) {
        return stored(version).map(found -> found == null ? null : found.in(locale));
    }

    /// The same notice again changes nothing.
    ///
    /// @throws Problem FORM_INVALID where the version is there with other content, or its first day is not
    ///     to come
    Uni<PrivacyNotice> publish(NewNotice notice, String publisher, Locale locale) {
        Instant now = clock.instant();
        if (!notice.validFrom().isAfter(ShanghaiTime.dayOf(now))) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "privacyNoticeDay")
                    .at("validFrom");
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into privacy_notice (version, valid_from, text, text_en, published_by, published_at)
                                values (:version, :from, :text, :english, :by, :now) on conflict do nothing
                                """)
                        .setParameter("version", notice.version())
                        .setParameter("from", notice.validFrom())
                        .setParameter("text", notice.text())
                        .setParameter("english", notice.english())
                        .setParameter("by", publisher)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> stored(notice.version()))
                .map(stored -> {
                    if (!notice.equals(stored)) {
                        throw Problem.variant(UserErrorCode.FORM_INVALID, "privacyNoticeVersion")
                                .at("version");
                    }
                    return notice.in(locale);
                });
    }

    private static Uni<@Nullable NewNotice> stored(String version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + "where version = :version", Object[].class)
                        .setParameter("version", version)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : notice(row));
    }

    private static NewNotice notice(Object[] row) {
        return new NewNotice((String) row[0], (LocalDate) row[1], (String) row[2], (String) row[3]);
    }

    /// A notice in both languages.
    record NewNotice(String version, LocalDate validFrom, String text, String english) {

        PrivacyNotice in(Locale locale) {
            boolean inEnglish = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            return new PrivacyNotice(version, validFrom, inEnglish ? english : text);
        }
    }
}
