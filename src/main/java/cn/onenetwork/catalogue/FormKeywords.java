package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Keywords of the standard that do a little more, or tell a little less, than the validator's own.
final class FormKeywords {
    private FormKeywords() {}

    /// A rule that a text must pass besides its pattern.
    ///
    /// @param keyword what the problem is called
    record Check(String keyword, Predicate<String> rule) {}

    /// A keyword that reports one error of its own in place of all that it finds.
    static Keyword summarised(Keyword standard) {
        return new Wrapped(standard, parent -> Optional.of(FormKeywords::validateSummarised));
    }

    /// A keyword that, where it holds, goes on to a further rule. Which one is decided once, when the schema is
    /// read.
    static Keyword followedBy(Keyword standard, Function<Schema, Optional<Check>> checks) {
        return new Wrapped(standard, parent -> checks.apply(parent).map(FormKeywords::thenCheck));
    }

    private static Step thenCheck(Check check) {
        return (standard, context, node, root, at) -> {
            int before = context.getErrors().size();
            standard.validate(context, node, root, at);
            boolean holds = context.getErrors().size() == before;
            if (holds && node.isTextual() && !check.rule().test(node.textValue())) {
                context.addError(error(check.keyword(), context, at));
            }
        };
    }

    private static void validateSummarised(
            KeywordValidator standard, ExecutionContext context, JsonNode node, JsonNode root, NodePath at) {
        List<Error> others = context.getErrors();
        List<Error> found = new ArrayList<>();
        context.setErrors(found);
        try {
            standard.validate(context, node, root, at);
        } finally {
            context.setErrors(others);
        }
        if (!found.isEmpty()) {
            context.addError(error(standard.getKeyword(), context, at));
        }
    }

    private static Error error(String keyword, ExecutionContext context, NodePath at) {
        return Error.builder()
                .keyword(keyword)
                .instanceLocation(at)
                .evaluationPath(context.getEvaluationPath())
                .message("")
                .build();
    }

    private interface Step {
        void validate(KeywordValidator standard, ExecutionContext context, JsonNode node, JsonNode root, NodePath at);
    }

    private static final class Wrapped extends AbstractKeyword {
        private final Keyword standard;
        private final Function<Schema, Optional<Step>> steps;

        Wrapped(Keyword standard, Function<Schema, Optional<Step>> steps) {
            super(standard.getValue());
            this.standard = standard;
            this.steps = steps;
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) throws Exception {
            KeywordValidator validator = standard.newValidator(location, schemaNode, parent, context);
            return steps.apply(parent)
                    .<KeywordValidator>map(step -> new WrappedValidator(validator, step))
                    .orElse(validator);
        }
    }

    private record WrappedValidator(KeywordValidator standard, Step step) implements KeywordValidator {
        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath at) {
            step.validate(standard, context, node, root, at);
        }

        @Override
        public void preloadSchema() {
            standard.preloadSchema();
        }

        @Override
        public String getKeyword() {
            return standard.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return standard.getSchemaLocation();
        }
    }
}
