package cn.onenetwork.cases;

import cn.onenetwork.catalogue.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/// What the rules of an instant item said of an application, so that a decision made by a machine can be
/// explained and checked (Personal Information Protection Law art. 24).
///
/// @param shared keys of the materials that another authority had
@Name("DecisionExplanation")
@Description("What the rules of an instant item said of an application. 自动审批说明。")
public record DecisionExplanation(
        @Description("Whether the rules approved; otherwise a person decides. 是否自动准予。")
        boolean approved,

        @NonNull @Description("Item, version and digest of the rules that were asked. 规则版本。")
        String ruleVersion,

        @NonNull @Description("SHA-256 of all facts the rules looked at. 输入摘要。")
        String inputsDigest,

        @NonNull @Description("What each rule said. 规则结果。") List<@NonNull RuleOutcome> outcomes,
        @NonNull @Description("When. 时间。") Instant at,
        @Ignore Set<String> shared) {

    /// What one rule said.
    @Name("RuleOutcome")
    @Description("What one rule said. 单条规则结果。")
    public record RuleOutcome(
            @NonNull @Description("The rule. 规则编号。") String ruleId,
            @NonNull @Description("Whether it holds. 结果。") RuleState state,
            @NonNull @Description("What it asks. 规则说明。") String description,

            @NonNull @Description("What a person has to look at, where it does not hold. 提示。")
            String message) {

        static RuleOutcome of(Verdict.Outcome outcome) {
            return new RuleOutcome(
                    outcome.ruleId(),
                    RuleState.valueOf(outcome.state().name()),
                    outcome.description(),
                    outcome.message());
        }
    }

    /// Whether a rule holds.
    @Description("Whether a rule holds. 规则是否满足。")
    public enum RuleState {
        @Description("It holds. 满足。")
        MET,
        @Description("It does not: a person decides. 不满足，转人工审查。")
        NOT_MET,
        @Description("Something it asks for is not known: a person decides. 无法判断，转人工审查。")
        UNKNOWN
    }
}
