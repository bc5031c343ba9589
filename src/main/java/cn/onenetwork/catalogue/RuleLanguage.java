package cn.onenetwork.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.RegexLiteralValidator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The language of approval rules: standard CEL over `form`, `applicant` and `materials`, whose values are only
/// known when somebody applies.
///
/// CEL has no loops and no clock, and its patterns run in linear time (RE2). The limits are there because an
/// applicant decides how long the lists are that a rule goes through.
final class RuleLanguage {

    /// Characters of a rule.
    static final int LONGEST_RULE = 2_000;
    /// Elements that a rule looks at, in all its lists together.
    static final int ITERATIONS = 2_000;
    /// Instructions of a compiled pattern.
    static final int PATTERN = 500;

    private static final int NESTING = 32;
    private static final int KEPT = 2_000;

    private static final CelType VALUES = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private static final Cel CEL = CelFactory.standardCelBuilder()
            .setOptions(CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST_RULE)
                    .maxParseRecursionDepth(NESTING)
                    .comprehensionMaxIterations(ITERATIONS)
                    .maxRegexProgramSize(PATTERN)
                    // 5 and 5.0 are one value in JSON.
                    .enableHeterogeneousNumericComparisons(true)
                    .errorOnIntWrap(true)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("form", VALUES)
            .addVar("applicant", VALUES)
            .addVar("materials", VALUES)
            .setResultType(SimpleType.BOOL)
            .build();

    private static final CelValidator PATTERNS = CelValidatorFactory.standardCelValidatorBuilder(CEL)
            .addAstValidators(RegexLiteralValidator.INSTANCE)
            .build();

    /// Many items have the same rules, and a library is examined as a whole.
    private static final Cache<String, Compiled> COMPILED =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    private RuleLanguage() {}

    /// Why a rule cannot be compiled; empty where it can.
    static Optional<String> problem(String expression) {
        return Optional.ofNullable(compiled(expression).problem());
    }

    /// @throws IllegalArgumentException where the rule has a [#problem]
    static Program program(String expression) {
        Program program = compiled(expression).program();
        if (program == null) {
            throw new IllegalArgumentException("not a rule");
        }
        return program;
    }

    private static Compiled compiled(String expression) {
        return COMPILED.get(expression, RuleLanguage::compile);
    }

    private static Compiled compile(String expression) {
        try {
            CelAbstractSyntaxTree tree = CEL.compile(expression).getAst();
            return new Compiled(CEL.createProgram(PATTERNS.validate(tree).getAst()), null);
        } catch (CelValidationException broken) {
            return new Compiled(null, broken.getErrors().getFirst().getMessage());
        } catch (CelEvaluationException unplannable) {
            return new Compiled(null, "cannot be planned");
        }
    }

    /// One of the two is there.
    private record Compiled(
            @Nullable Program program, @Nullable String problem) {}
}
