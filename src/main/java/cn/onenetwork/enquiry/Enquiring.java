package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.cases.CaseProgress;
import cn.onenetwork.cases.CaseProgressReading;
import cn.onenetwork.enquiry.ComparingCodes.Compared;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.crypto.KeyedHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers how a case stands to whoever has its number and its code.
@ApplicationScoped
public class Enquiring {

    private static final String PURPOSE = "enquiry.asker";

    private final ComparingCodes comparing;
    private final CaseProgressReading reading;
    private final KeyedHash hash;

    Enquiring(ComparingCodes comparing, CaseProgressReading reading, KeyedHash hash) {
        this.comparing = comparing;
        this.reading = reading;
        this.hash = hash;
    }

    /// How the case stands; null whatever is wrong. What cannot be a number or a code, as anybody can see by its
    /// check character and its characters, is not looked up.
    ///
    /// @param network where the question comes from; counted where nobody is logged in, kept as a hash only
    /// @throws Refusal RATE_LIMITED, with the seconds to wait, after too many wrong codes of this asker, and while
    ///     there were too many altogether
    public Uni<@Nullable CaseProgress> progress(String caseNo, String queryCode, Caller caller, String network) {
        Optional<CaseNumber> number = CaseNumber.parse(caseNo.strip());
        Optional<QueryCode> code = QueryCode.parse(queryCode);
        return number.isEmpty() || code.isEmpty()
                ? Uni.createFrom().nullItem()
                : comparing
                        .compared(number.get(), code.get(), asker(caller, network))
                        .chain(compared -> answer(compared, caller));
    }

    private String asker(Caller caller, String network) {
        return hash.of(PURPOSE, caller.subject() == null ? "network " + network : "person " + caller.subject());
    }

    private Uni<@Nullable CaseProgress> answer(Compared compared, Caller caller) {
        if (compared.opened() != null) {
            return reading.of(compared.opened(), caller);
        }
        return compared.closedFor() == null
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(later(compared.closedFor(), caller.locale()));
    }

    private static Refusal later(Duration wait, Locale locale) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Refusal.of(Refusal.Code.RATE_LIMITED, "enquiry", locale, seconds).with("retryAfterSeconds", seconds);
    }
}
