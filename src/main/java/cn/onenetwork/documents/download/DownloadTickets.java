package cn.onenetwork.documents.download;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Refusal;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Makes the addresses of downloads, and reads them when they come back.
///
/// What an address holds is sealed: nothing in it can be read, altered, or used for another document.
@Startup
@ApplicationScoped
public class DownloadTickets {

    private final TicketSeal seal;
    private final Duration life;
    private final String base;
    private final Clock clock;

    /// @param publicUrl where the service is reached from outside, such as `https://api.example`; where it is not
    ///     set, addresses are paths
    DownloadTickets(
            DownloadConfig config,
            @ConfigProperty(name = "one-network.public-url") Optional<String> publicUrl,
            Clock clock) {
        this.seal = config.ticketKey().map(TicketSeal::of).orElseGet(TicketSeal::drawn);
        this.life = config.ticketLife();
        this.base = publicUrl.map(url -> url.replaceFirst("/+$", "")).orElse("");
        this.clock = clock;
    }

    /// A short-lived address of the bytes of a document, for this caller alone. To be made only for a document
    /// that is READY and that the caller was shown; when the address is used, both are checked again.
    ///
    /// @param documentId of the document, as it is published
    /// @param purpose    null for the usual one of this caller
    /// @return with a scheme where the service knows its public address, else a path that begins with
    ///     `/documents/`
    /// @throws Refusal UNAUTHENTICATED without a token, FORBIDDEN for a purpose that is not open to the caller
    public String address(String documentId, Caller caller, @Nullable DownloadPurpose purpose) {
        DownloadPurpose chosen = purpose == null ? DownloadPurpose.usual(caller) : purpose;
        if (caller.authenticated() && !chosen.isOpenTo(caller)) {
            throw Refusal.of(Refusal.Code.FORBIDDEN, caller.locale());
        }
        UUID id = UUID.fromString(documentId);
        Instant until = clock.instant().plus(life);
        String ticket = seal.sealed(DownloadTicket.of(caller, chosen, until).bytes(), bound(id));
        return base + "/documents/" + id + "?ticket=" + ticket;
    }

    /// What a ticket says that came back with the address of a document.
    ///
    /// @throws DownloadRefusal 404 for a ticket that is none of ours, or of another document; 410 for one whose
    ///     time is over
    Opened open(UUID id, @Nullable String ticket, Locale locale) {
        TicketSeal.Opened opened = seal.opened(ticket == null ? "" : ticket, bound(id))
                .orElseThrow(() -> DownloadRefusal.notFound(locale));
        DownloadTicket said = said(opened.content(), locale);
        if (!clock.instant().isBefore(said.until())) {
            throw DownloadRefusal.expired(locale);
        }
        return new Opened(said, opened.handle());
    }

    private static DownloadTicket said(byte[] content, Locale locale) {
        try {
            return DownloadTicket.of(content);
        } catch (IllegalArgumentException ofAnotherVersion) {
            throw DownloadRefusal.expired(locale);
        }
    }

    private static String bound(UUID id) {
        return "one-network document download " + id;
    }

    /// @param handle names the ticket in the access log; whoever knows it cannot use it
    record Opened(DownloadTicket ticket, String handle) {}
}
