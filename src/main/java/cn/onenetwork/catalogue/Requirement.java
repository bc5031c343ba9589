package cn.onenetwork.catalogue;

import dev.cel.runtime.CelEvaluationException;
import java.util.Optional;

/// Whether an application needs one of the materials of its item.
public final class Requirement {

    private Requirement() {}

    /// A mandatory material always, a conditional one where its condition holds. Where that cannot be told it is
    /// not asked for: nobody may be asked for what the law does not ask (Administrative Licensing Law art. 31).
    public static boolean of(RequiredMaterial material, Facts facts) {
        return switch (material.necessity()) {
            case MANDATORY -> true;
            case CONDITIONAL -> material.requiredWhen() != null && holds(material.requiredWhen(), facts);
            case OPTIONAL -> false;
        };
    }

    private static boolean holds(String condition, Facts facts) {
        return RuleValues.of(facts)
                .flatMap(values -> {
                    try {
                        return Optional.of(RuleLanguage.program(condition).eval(values));
                    } catch (CelEvaluationException | RuntimeException | StackOverflowError unknown) {
                        return Optional.empty();
                    }
                })
                .equals(Optional.of(true));
    }
}
