package cn.onenetwork.documents.download;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.cases.CaseReading;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.documents.watermark.Original;
import cn.onenetwork.documents.watermark.Watermark;
import cn.onenetwork.documents.watermark.WatermarkConfig;
import cn.onenetwork.documents.watermark.WatermarkedCopies;
import cn.onenetwork.platform.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides whether a download may take place, and what is given.
@ApplicationScoped
class Downloading {

    private final DownloadTickets tickets;
    private final ReadyDocuments documents;
    private final CaseReading cases;
    private final WatermarkedCopies copies;
    private final WatermarkConfig watermarks;
    private final Clock clock;

    Downloading(
            DownloadTickets tickets,
            ReadyDocuments documents,
            CaseReading cases,
            WatermarkedCopies copies,
            WatermarkConfig watermarks,
            Clock clock) {
        this.tickets = tickets;
        this.documents = documents;
        this.cases = cases;
        this.copies = copies;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /// The right is asked for now, by the rule for cases: a ticket outlives neither the READY of its document nor
    /// the right to see the case.
    ///
    /// @param bearer who is logged in, beside the ticket; null for nobody
    /// @return fails with [DownloadRefusal]
    Uni<Grant> granted(String id, @Nullable String ticket, @Nullable String bearer, Locale locale) {
        UUID document = uuid(id).orElseThrow(() -> DownloadRefusal.notFound(locale));
        DownloadTickets.Opened opened = tickets.open(document, ticket, locale);
        if (bearer != null && !bearer.equals(opened.ticket().subject())) {
            throw DownloadRefusal.notFound(locale);
        }
        return documents
                .find(document)
                .map(found -> known(found, locale))
                .chain(found -> cases.byId(
                                found.caseId().toString(), opened.ticket().caller(locale))
                        .map(seen -> known(seen, locale))
                        .chain(seen -> content(found, seen, opened.ticket(), locale))
                        .map(content -> new Grant(found, opened.ticket(), opened.handle(), content)));
    }

    private static <T> T known(@Nullable T found, Locale locale) {
        if (found == null) {
            throw DownloadRefusal.notFound(locale);
        }
        return found;
    }

    private Uni<Content> content(ReadyDocument document, CaseView seen, DownloadTicket ticket, Locale locale) {
        if (!ticket.ofStaff() || !Original.takes(document.mediaType())) {
            return Uni.createFrom().item(new Content.Original(document));
        }
        Original original = new Original(document.id(), document.mediaType(), document.storageKey(), document.size());
        return copies.of(original, watermark(seen, ticket)).map(Content.Marked::new);
    }

    private Watermark watermark(CaseView seen, DownloadTicket ticket) {
        return new Watermark(
                Stream.of(ticket.name(), ticket.department(), ticket.tenant())
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Texts.label(ticket.purpose(), Locale.SIMPLIFIED_CHINESE),
                Texts.label(ticket.purpose(), Locale.ENGLISH),
                Objects.requireNonNullElse(seen.caseNo(), ""),
                ShanghaiTime.dayOf(clock.instant()).plusDays(watermarks.validDays()));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
