package cn.onenetwork.privacy;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.cases.Owner;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import cn.onenetwork.platform.crypto.Crypto;
import cn.onenetwork.platform.crypto.SealFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Makes the addresses of exports, and reads them when they come back. What an address holds is sealed:
/// nothing in it can be read, altered, or used for anything else.
@ApplicationScoped
public class ExportTickets {

    static final String PATH = "/me/export";

    private static final String BOUND = "one-network export of personal data";
    private static final int LONGEST = 4_096;

    private final Crypto crypto;
    private final Duration life;
    private final String base;
    private final Clock clock;

    ExportTickets(
            Crypto crypto,
            PrivacyConfig config,
            @ConfigProperty(name = "one-network.public-url") Optional<String> publicUrl,
            Clock clock) {
        this.crypto = crypto;
        this.life = config.export().ticketLife();
        this.base = publicUrl.map(url -> url.replaceFirst("/+$", "")).orElse("");
        this.clock = clock;
    }

    /// A short-lived address of all personal data of the caller, and of the corporation that the caller
    /// represents or administers.
    ///
    /// @throws Problem STEP_UP_REQUIRED below L2: what was only declared proves nobody
    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no applicant
    public Address address(Caller person) {
        person.require(Role.CITIZEN);
        if (person.realNameLevel().compareTo(RealNameLevel.L2) < 0) {
            throw Problem.variant(
                    UserErrorCode.STEP_UP_REQUIRED,
                    "export",
                    RealNameLevel.L2.name(),
                    person.realNameLevel().name());
        }
        Instant until = clock.instant().plus(life);
        JsonObject said = JSON.createObjectBuilder()
                .add("subject", person.id())
                .add("owners", JSON.createArrayBuilder(Owner.governed(person)))
                .add("until", until.getEpochSecond())
                .build();
        byte[] sealed = crypto.seal(said.toString().getBytes(StandardCharsets.UTF_8), BOUND);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return new Address(base + PATH + "?ticket=" + ticket, until);
    }

    /// Whose data a ticket gives; empty for one that is none of ours, or whose time is over.
    Optional<DataSubject> open(@Nullable String ticket) {
        if (ticket == null || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] said = crypto.open(Base64.getUrlDecoder().decode(ticket), BOUND);
            return Optional.of(JSON.createReader(new StringReader(new String(said, StandardCharsets.UTF_8)))
                            .readObject())
                    .filter(one -> clock.instant()
                            .isBefore(Instant.ofEpochSecond(
                                    one.getJsonNumber("until").longValue())))
                    .map(ExportTickets::subject);
        } catch (SealFailure | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static DataSubject subject(JsonObject said) {
        return new DataSubject(
                said.getString("subject"),
                said.getJsonArray("owners").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Where to fetch the export, and until when.
    public record Address(String url, Instant until) {}
}
