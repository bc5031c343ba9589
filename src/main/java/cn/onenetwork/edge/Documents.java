package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parses documents and refuses those that ask for too much.
///
/// What an operation is has to be known before it runs (a GET takes queries only), and what it costs before
/// anything of it is validated: validation itself can be made expensive. What does not fit the schema ends here
/// as well, because SmallRye would parse it twice more. Documents that passed are remembered by their text.
@ApplicationScoped
class Documents {

    private static final int REMEMBERED = 500;
    private static final int LONGEST_REMEMBERED = 20_000;

    private final EdgeConfig.DocumentLimits limits;
    private final Instance<GraphQLSchema> schema;
    private final ParserOptions options;
    private final Map<String, Document> known = Collections.synchronizedMap(new Recent<>(REMEMBERED));

    Documents(EdgeConfig config, Instance<GraphQLSchema> schema) {
        this.limits = config.document();
        this.schema = schema;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(limits.maxTokens()));
    }

    /// The operation that a request chooses.
    ///
    /// @param name null where the client leaves the choice to the document
    /// @throws Refusal COST_EXCEEDED above a limit; BAD_USER_INPUT where the document has no such operation, or
    ///     several and none is named
    /// @throws InvalidDocument where the text is no document, or not one for this schema
    Chosen operation(String query, @Nullable String name, Locale locale) {
        Document document = document(query, locale);
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        return operations.stream()
                .filter(operation -> name == null ? operations.size() == 1 : name.equals(operation.getName()))
                .findFirst()
                .map(operation -> new Chosen(document, operation))
                .orElseThrow(() -> Refusal.badInput("operation", locale));
    }

    /// An operation, and the document that has its fragments.
    record Chosen(Document document, OperationDefinition operation) {}

    private Document document(String query, Locale locale) {
        Document remembered = known.get(query);
        return remembered == null ? parsed(query, locale) : remembered;
    }

    private Document parsed(String query, Locale locale) {
        Document document = parse(query, locale);
        DocumentSize.check(document, limits, locale);
        List<ValidationError> errors = ParseAndValidate.validate(schema.get(), document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new InvalidDocument(errors);
        }
        if (query.length() <= LONGEST_REMEMBERED) {
            known.put(query, document);
        }
        return document;
    }

    private Document parse(String query, Locale locale) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(options)
                    .locale(Locale.ENGLISH)
                    .build());
        } catch (ParseCancelledException | ParseCancelledTooManyCharsException tooLong) {
            throw Refusal.of(Refusal.Code.COST_EXCEEDED, "tokens", locale, limits.maxTokens())
                    .with("limit", limits.maxTokens());
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw Refusal.of(Refusal.Code.COST_EXCEEDED, "depth", locale, limits.maxDepth())
                    .with("limit", limits.maxDepth());
        } catch (InvalidSyntaxException malformed) {
            throw new InvalidDocument(List.of(malformed.toInvalidSyntaxError()));
        }
    }
}
