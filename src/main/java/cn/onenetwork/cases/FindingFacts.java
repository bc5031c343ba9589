package cn.onenetwork.cases;

import cn.onenetwork.cases.SharedFacts.Inquiry;
import cn.onenetwork.cases.SharedFacts.SharedRecord;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Gathers the evidence for an application. Where no authority can be asked, or none answers, it is what the
/// service knows by itself.
@ApplicationScoped
class FindingFacts {

    private static final Logger LOG = Logger.getLogger(FindingFacts.class);

    private final Instance<SharedFacts> registers;

    FindingFacts(Instance<SharedFacts> registers) {
        this.registers = registers;
    }

    /// Never fails: a register that is down must not keep anybody from applying.
    ///
    /// @param handedIn  what the slots hold, promises included
    /// @param principal whom the applicant acts for; null for oneself
    Uni<Evidence> find(
            Caller applicant,
            @Nullable Corporation principal,
            ServiceItem item,
            Map<String, ?> answers,
            CaseMaterials handedIn) {
        Inquiry inquiry = new Inquiry(applicant.id(), principal, applicant.realNameLevel(), item, answers);
        return ask(register(), inquiry)
                .map(shared -> Evidence.of(applicant, principal, item, answers, shared, handedIn));
    }

    private Optional<SharedFacts> register() {
        return registers.isResolvable() ? Optional.of(registers.get()) : Optional.empty();
    }

    static Uni<SharedRecord> ask(Optional<SharedFacts> register, Inquiry inquiry) {
        return register.map(asked -> answer(asked, inquiry))
                .orElseGet(() -> Uni.createFrom().item(SharedRecord.NOTHING));
    }

    private static Uni<SharedRecord> answer(SharedFacts register, Inquiry inquiry) {
        return Uni.createFrom()
                .deferred(() -> register.find(inquiry))
                .map(Objects::requireNonNull)
                .onFailure()
                .recoverWithItem(FindingFacts::nothing);
    }

    /// Tells the kind of failure only: its message may quote whom it was about.
    private static SharedRecord nothing(Throwable failure) {
        LOG.warnf("Shared facts are not available: %s", failure.getClass().getName());
        return SharedRecord.NOTHING;
    }
}
