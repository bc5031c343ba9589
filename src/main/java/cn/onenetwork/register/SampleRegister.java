package cn.onenetwork.register;

import cn.onenetwork.cases.MaterialFact;
import cn.onenetwork.cases.SharedFacts;
import cn.onenetwork.catalogue.Guide;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.register.RegisterRows.Document;
import cn.onenetwork.register.RegisterRows.Enterprise;
import cn.onenetwork.register.RegisterRows.Person;
import io.quarkus.arc.lookup.LookupIfProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers from the files of the sample register, where `one-network.shared-facts` is `sample`.
@ApplicationScoped
@LookupIfProperty(name = "one-network.shared-facts", stringValue = "sample")
class SampleRegister implements SharedFacts {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final RegisterRows rows = RegisterRows.read();

    SampleRegister(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<SharedRecord> find(Inquiry inquiry) {
        return Uni.createFrom().item(record(inquiry));
    }

    SharedRecord record(Inquiry inquiry) {
        LocalDate today = LocalDate.now(clock.withZone(SHANGHAI));
        Optional<Person> person = rows.person(inquiry.subject());
        Map<String, MaterialFact> materials = new HashMap<>();
        for (RequiredMaterial material : inquiry.item().materials()) {
            document(material, inquiry, person.map(Person::idNumber).orElse(null))
                    .ifPresent(found -> materials.put(material.key(), fact(found, today)));
        }
        return new SharedRecord(applicant(inquiry.corporation(), person, today), materials);
    }

    private Optional<Document> document(RequiredMaterial material, Inquiry inquiry, @Nullable String ownIdNumber) {
        Guide.ShareSource source = material.shareSource();
        if (source == null) {
            return Optional.empty();
        }
        String type = source.licenceTypeCode() == null ? material.id() : source.licenceTypeCode();
        return Holder.of(material, inquiry, ownIdNumber).flatMap(holder -> rows.document(holder, type));
    }

    private static MaterialFact fact(Document found, LocalDate today) {
        boolean expired = found.expiresOn() != null && found.expiresOn().isBefore(today);
        return MaterialFact.shared(expired, found.data());
    }

    private Map<String, Object> applicant(@Nullable Corporation corporation, Optional<Person> person, LocalDate today) {
        return corporation == null
                ? person.map(row -> of(row, today)).orElse(Map.of())
                : rows.enterprise(corporation.uscc()).map(SampleRegister::of).orElse(Map.of());
    }

    private static Map<String, Object> of(Person row, LocalDate today) {
        return Map.of(
                "age", (long) Period.between(row.bornOn(), today).getYears(),
                "inAbnormalList", row.inAbnormalList(),
                "inSeriousList", row.inSeriousList(),
                "falseCommitment", row.falseCommitment());
    }

    private static Map<String, Object> of(Enterprise row) {
        return Map.of(
                "legalRepName", row.legalRepName(),
                "corpStatus", row.status(),
                "creditGrade", row.creditGrade(),
                "inAbnormalList", row.inAbnormalList(),
                "inSeriousList", row.inSeriousList(),
                "falseCommitment", row.falseCommitment());
    }
}
