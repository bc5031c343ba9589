package cn.onenetwork.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The table of all [RetentionRule]s; each class of data has one.
@ApplicationScoped
public class RetentionRules {

    private final Map<DataClass, RetentionRule> rules = new EnumMap<>(DataClass.class);

    RetentionRules(PrivacyConfig config) {
        PrivacyConfig.Retention periods = config.retention();
        Stream.of(
                        RetentionRule.of(
                                DataClass.DRAFT, periods.drafts(), RetentionBasis.NECESSITY, RetentionEnd.ERASED),
                        RetentionRule.of(
                                DataClass.WITHDRAWN_APPLICATION,
                                periods.withdrawn(),
                                RetentionBasis.NECESSITY,
                                RetentionEnd.ERASED),
                        RetentionRule.of(
                                DataClass.CASE_IN_PROGRESS, null, RetentionBasis.STATUTORY_DUTY, RetentionEnd.FILED),
                        RetentionRule.of(
                                DataClass.CASE_FILE,
                                periods.files(),
                                RetentionBasis.ARCHIVES_LAW,
                                RetentionEnd.APPRAISED),
                        RetentionRule.of(
                                DataClass.LICENCE_FILE,
                                periods.licenceFiles(),
                                RetentionBasis.ARCHIVES_LAW,
                                RetentionEnd.APPRAISED),
                        RetentionRule.of(
                                DataClass.ACCESS_LOG,
                                config.accessLog().keep(),
                                RetentionBasis.CYBERSECURITY_LAW,
                                RetentionEnd.ERASED),
                        RetentionRule.of(
                                DataClass.CONSENT,
                                periods.consents(),
                                RetentionBasis.PROOF_OF_CONSENT,
                                RetentionEnd.ERASED))
                .forEach(rule -> rules.put(rule.dataClass(), rule));
    }

    /// In the order of the classes.
    public List<RetentionRule> all() {
        return Arrays.stream(DataClass.values()).map(this::of).toList();
    }

    RetentionRule of(DataClass dataClass) {
        return Objects.requireNonNull(rules.get(dataClass));
    }
}
