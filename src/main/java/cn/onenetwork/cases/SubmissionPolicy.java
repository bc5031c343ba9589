package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceTarget;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.UnifiedSocialCreditCode;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must hold before an application is taken, apart from the form: rules that change by decree, as a list.
/// A new rule is a new line.
@FunctionalInterface
interface SubmissionPolicy {

    SubmissionPolicy ITEM_IS_IN_FORCE = application -> application.item().effectiveOn(application.today())
            ? Optional.empty()
            : Optional.of(Problem.of(UserErrorCode.ITEM_NOT_EFFECTIVE).at("taskCode"));

    SubmissionPolicy ITEM_SERVES_THE_APPLICANT =
            application -> application.item().targets().contains(application.applicantType())
                    ? Optional.empty()
                    : Optional.of(Problem.of(UserErrorCode.WRONG_TARGET).at("taskCode"));

    SubmissionPolicy LEVEL_IS_HIGH_ENOUGH = application ->
            application.caller().realNameLevel().compareTo(application.item().requiredRealNameLevel()) >= 0
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            UserErrorCode.STEP_UP_REQUIRED,
                            application.item().requiredRealNameLevel().name(),
                            application.caller().realNameLevel().name()));

    /// All that is asked when a case is filed, in the order in which it is told.
    List<SubmissionPolicy> TO_SUBMIT = List.of(ITEM_IS_IN_FORCE, ITEM_SERVES_THE_APPLICANT, LEVEL_IS_HIGH_ENOUGH);

    /// What is asked already when a draft is begun, so that nobody fills in a form in vain; the level can be
    /// raised later.
    List<SubmissionPolicy> TO_DRAFT = List.of(ITEM_IS_IN_FORCE, ITEM_SERVES_THE_APPLICANT);

    /// What stands in the way; empty where nothing does.
    Optional<Problem> obstacle(Application application);

    static void check(List<SubmissionPolicy> policies, Application application) {
        policies.stream()
                .flatMap(policy -> policy.obstacle(application).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
    }

    /// What kind of applicant a corporation is, by its credit code; without one, a natural person.
    static ServiceTarget applicantType(@Nullable Corporation principal) {
        return principal == null
                ? ServiceTarget.NATURAL_PERSON
                : UnifiedSocialCreditCode.registered(principal.uscc())
                        .map(code -> ServiceTarget.valueOf(code.applicantType().name()))
                        .orElse(ServiceTarget.OTHER_ORGANISATION);
    }

    /// Who applies for what, and when.
    ///
    /// @param principal the corporation that is acted for; null for oneself
    record Application(Caller caller, @Nullable Corporation principal, ServiceItem item, LocalDate today) {

        ServiceTarget applicantType() {
            return SubmissionPolicy.applicantType(principal);
        }
    }
}
