package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.cases.CaseProgress;
import cn.onenetwork.cases.CaseProgressReading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers how a case stands to whoever has its number and its code.
@ApplicationScoped
public class Enquiring {

    private final ComparingCodes comparing;
    private final CaseProgressReading reading;

    Enquiring(ComparingCodes comparing, CaseProgressReading reading) {
        this.comparing = comparing;
        this.reading = reading;
    }

    /// How the case stands; null whatever is wrong. What cannot be a number or a code, as anybody can see by its
    /// check character and its characters, is not looked up.
    ///
    /// @throws cn.onenetwork.platform.Refusal RATE_LIMITED while there were too many wrong codes altogether
    public Uni<@Nullable CaseProgress> progress(String caseNo, String queryCode, Locale locale) {
        Optional<CaseNumber> number = CaseNumber.parse(caseNo.strip());
        Optional<QueryCode> code = QueryCode.parse(queryCode);
        return number.isEmpty() || code.isEmpty()
                ? Uni.createFrom().nullItem()
                : comparing
                        .opened(number.get(), code.get(), locale)
                        .chain(id -> id.map(reading::of)
                                .orElseGet(() -> Uni.createFrom().nullItem()));
    }
}
