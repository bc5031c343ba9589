package cn.onenetwork.privacy;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import cn.onenetwork.privacy.PrivacyNotices.NewNotice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Consent: asked for one purpose at a time and under the notice of today, and withdrawn as easily as it
/// was given (Personal Information Protection Law art. 14 to 16). It belongs to a person, never to a
/// corporation. What was given stays known after it was withdrawn: it is the proof that the use was lawful
/// until then.
@ApplicationScoped
public class Consenting {

    /// A notice is found again by its version.
    private static final UUID NO_ID = new UUID(0, 0);

    private final PrivacyNotices notices;
    private final IdempotencyKeys keys;
    private final Clock clock;

    Consenting(PrivacyNotices notices, IdempotencyKeys keys, Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.clock = clock;
    }

    /// The notice of today, or the one of a version; null where there is no such version.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable PrivacyNotice> notice(@Nullable String version, Locale locale) {
        return version == null ? notices.current(locale).map(one -> one) : notices.version(version, locale);
    }

    /// Publishes a notice. The consents that were given under older ones stay, and are told as outdated
    /// from its day on.
    ///
    /// @throws Problem FORM_INVALID where the version is there with other content, or its first day is not
    ///     to come
    @UnitOfWork
    public Uni<PrivacyNotice> publish(
            Caller publisher,
            String version,
            LocalDate validFrom,
            String text,
            String english,
            IdempotencyKeys.Key key) {
        publisher.require(Role.ADMIN);
        Locale locale = publisher.locale();
        return keys.once(
                key,
                () -> notices.publish(new NewNotice(version, validFrom, text, english), publisher.id(), locale),
                _ -> NO_ID,
                _ -> notices.version(version, locale).map(Objects::requireNonNull));
    }

    /// Where the person's consents stand, one for each purpose.
    ///
    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no applicant
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Consent>> mine(Caller person) {
        person.require(Role.CITIZEN);
        return standing(person);
    }

    /// @param noticeVersion the notice that the person was shown
    /// @throws Problem STALE_VERSION where it is not today's
    @UnitOfWork
    public Uni<Consent> give(Caller person, ConsentPurpose purpose, String noticeVersion, IdempotencyKeys.Key key) {
        person.require(Role.CITIZEN);
        return once(
                person,
                purpose,
                key,
                () -> notices.current(person.locale()).chain(current -> {
                    if (!current.version().equals(noticeVersion)) {
                        throw Problem.variant(UserErrorCode.STALE_VERSION, "privacyNotice")
                                .at("noticeVersion");
                    }
                    return end(person, purpose, noticeVersion).chain(() -> begin(person, purpose, noticeVersion));
                }));
    }

    /// Withdraws a consent; no failure where there is none.
    @UnitOfWork
    public Uni<Consent> withdraw(Caller person, ConsentPurpose purpose, IdempotencyKeys.Key key) {
        person.require(Role.CITIZEN);
        return once(person, purpose, key, () -> end(person, purpose, ""));
    }

    private Uni<Consent> once(Caller person, ConsentPurpose purpose, IdempotencyKeys.Key key, Supplier<Uni<?>> work) {
        return keys.once(
                key,
                () -> work.get().chain(() -> standing(person, purpose)),
                one -> new UUID(0, one.purpose().ordinal()),
                _ -> standing(person, purpose));
    }

    /// Ends the consent that is open, unless it was given under this notice.
    private Uni<Integer> end(Caller person, ConsentPurpose purpose, String exceptVersion) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update consent set withdrawn_at = :now
                                where person = :person and purpose = :purpose and withdrawn_at is null
                                    and notice_version <> :version
                                """)
                        .setParameter("now", clock.instant())
                        .setParameter("person", person.id())
                        .setParameter("purpose", purpose.name())
                        .setParameter("version", exceptVersion)
                        .executeUpdate());
    }

    private Uni<Integer> begin(Caller person, ConsentPurpose purpose, String noticeVersion) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into consent (id, person, purpose, notice_version, given_at)
                                values (:id, :person, :purpose, :version, :now) on conflict do nothing
                                """)
                        .setParameter("id", Ids.next(now))
                        .setParameter("person", person.id())
                        .setParameter("purpose", purpose.name())
                        .setParameter("version", noticeVersion)
                        .setParameter("now", now)
                        .executeUpdate());
    }

    private Uni<Consent> standing(Caller person, ConsentPurpose purpose) {
        return standing(person)
                .map(all -> all.stream()
                        .filter(one -> one.purpose() == purpose)
                        .findFirst()
                        .orElseThrow());
    }

    private Uni<List<Consent>> standing(Caller person) {
        return notices.current(person.locale())
                .chain(current -> newest(person, current.version()))
                .map(known -> Arrays.stream(ConsentPurpose.values())
                        .map(purpose -> known.getOrDefault(purpose, Consent.never(purpose)))
                        .toList());
    }

    private static Uni<Map<ConsentPurpose, Consent>> newest(Caller person, String currentVersion) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (purpose) purpose, notice_version, given_at, withdrawn_at from consent
                                where person = :person
                                order by purpose, withdrawn_at is not null, given_at desc, id desc
                                """, Object[].class)
                        .setParameter("person", person.id())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> Consent.of(
                                ConsentPurpose.valueOf((String) row[0]),
                                (String) row[1],
                                instant(row[2]),
                                row[3] == null ? null : instant(row[3]),
                                currentVersion))
                        .collect(Collectors.toMap(Consent::purpose, Function.identity())));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
