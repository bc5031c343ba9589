package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.RealNameLevel;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What other authorities know of an applicant: the exchange platform for government data (政务数据共享) and
/// the licence library (电子证照库), as far as approval rules ask.
///
/// At most one bean implements it. Without one, and for whatever it does not answer, nothing is known, and a
/// person decides.
public interface SharedFacts {

    /// Looks an applicant up, and those materials of the item that have a share source.
    ///
    /// A licence of the applicant must be found by who the applicant is, never by a number that was only typed
    /// into the form: rules compare the two. Somebody else's may be found by the number and the name in the
    /// form, as far as the law opens that register.
    ///
    /// An answer that does not come in a few seconds is better not given: a submission waits for it. A failure
    /// counts as nothing known.
    Uni<SharedRecord> find(Inquiry inquiry);

    /// For whom and for what.
    ///
    /// @param subject     the identity provider's id of the person who applies
    /// @param corporation whom the person acts for; null for oneself
    /// @param level       what the person's identity was proven to
    /// @param form        the answers, as plain values
    record Inquiry(
            String subject,
            @Nullable Corporation corporation,
            RealNameLevel level,
            ServiceItem item,
            Map<String, ?> form) {

        /// Without the answers: they are about people.
        @Override
        public String toString() {
            return "Inquiry[" + item.key() + "]";
        }
    }

    /// What is known; a key that is not there is not.
    ///
    /// @param applicant under the names of the catalogue: `legalRepName`, `corpStatus`, `creditGrade`,
    ///     `inAbnormalList`, `inSeriousList`, `falseCommitment`, `age`
    /// @param materials by the keys of the item's materials
    record SharedRecord(Map<String, ?> applicant, Map<String, MaterialFact> materials) {

        /// Nothing is known.
        public static final SharedRecord NOTHING = new SharedRecord(Map.of(), Map.of());

        public SharedRecord {
            applicant = Map.copyOf(applicant);
            materials = Map.copyOf(materials);
        }

        /// Without what is known: it is about people.
        @Override
        public String toString() {
            return "SharedRecord" + materials.keySet();
        }
    }
}
