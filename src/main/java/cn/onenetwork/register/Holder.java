package cn.onenetwork.register;

import cn.onenetwork.cases.SharedFacts.Inquiry;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose a document is that an item asks for.
///
/// Nearly always the applicant's: the corporation's that is acted for, else the person's. A few materials are
/// about somebody whom the form names; number and name have to agree with the register, as when a population
/// register checks the two.
///
/// @param number subject of the person who applies, or a credit code or identity number
/// @param name   of somebody else; null for the applicant
record Holder(String number, @Nullable String name) {

    private static final String LEGAL_REPRESENTATIVE = "legalRepId";

    /// By the material's key, the fields in which the form names its holder.
    private static final Map<String, Named> NAMED = Map.of(
            LEGAL_REPRESENTATIVE,
            new Named("legalRepIdNumber", "legalRepName"),
            "motherId",
            new Named("motherIdNumber", "motherName"),
            "fatherId",
            new Named("fatherIdNumber", "fatherName"),
            "contractorQualification",
            new Named("constructorUscc", "constructorName"),
            "contractorSafetyLicence",
            new Named("constructorUscc", "constructorName"));

    private record Named(String number, String name) {}

    /// @param ownIdNumber of the person who applies; null where it is not known
    /// @return empty where nobody can tell
    static Optional<Holder> of(RequiredMaterial material, Inquiry inquiry, @Nullable String ownIdNumber) {
        Named fields = NAMED.get(material.key());
        if (fields == null) {
            return Optional.of(applicant(inquiry));
        }
        if (inquiry.form().get(fields.number()) instanceof String number) {
            return named(number, inquiry.form().get(fields.name()), inquiry, ownIdNumber);
        }
        return material.key().equals(LEGAL_REPRESENTATIVE) && isLegalRepresentative(inquiry)
                ? Optional.of(person(inquiry))
                : Optional.empty();
    }

    private static Optional<Holder> named(
            String number, @Nullable Object name, Inquiry inquiry, @Nullable String ownIdNumber) {
        if (number.equals(ownIdNumber)) {
            return Optional.of(person(inquiry));
        }
        return name instanceof String text ? Optional.of(new Holder(number, text)) : Optional.empty();
    }

    private static Holder applicant(Inquiry inquiry) {
        Corporation corporation = inquiry.corporation();
        return corporation == null ? person(inquiry) : new Holder(corporation.uscc(), null);
    }

    private static Holder person(Inquiry inquiry) {
        return new Holder(inquiry.subject(), null);
    }

    private static boolean isLegalRepresentative(Inquiry inquiry) {
        Corporation corporation = inquiry.corporation();
        return corporation != null && corporation.role() == CorporateRole.LEGAL_REPRESENTATIVE;
    }

    /// Without number and name: they are somebody's.
    @Override
    public String toString() {
        return "Holder";
    }
}
