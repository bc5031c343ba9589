package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;

/// Refuses a form's schema that would not do what its author meant: with misspelt keywords, formats that nobody
/// checks, or references that lead out of the document or in a circle.
///
/// JSON Schema itself ignores what it does not know; for a form that would be a rule silently lost.
final class FormSchemaAudit {
    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Set<String> ANNOTATIONS =
            words("title description default examples deprecated readOnly writeOnly $comment");
    private static final Set<String> ASSERTIONS = words("""
        type enum const pattern format minLength maxLength minimum maximum exclusiveMinimum
        exclusiveMaximum multipleOf minItems maxItems uniqueItems minContains maxContains
        minProperties maxProperties required dependentRequired $ref
        """);
    private static final Set<String> BY_NAME = words("properties patternProperties dependentSchemas $defs");
    private static final Set<String> LISTS = words("allOf anyOf oneOf prefixItems");
    private static final Set<String> SINGLES = words("""
        if then else not items contains propertyNames additionalProperties unevaluatedItems
        unevaluatedProperties
        """);
    private static final Set<String> FORMATS =
            words("date time date-time duration email uri uri-reference uuid hostname ipv4 ipv6 regex");
    private static final int DEPTH = 64;
    private static final int SCHEMAS = 10_000;

    private static final Schema META_SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DIALECT));

    private final JsonNode root;
    private int schemas;

    private FormSchemaAudit(JsonNode root) {
        this.root = root;
    }

    /// @throws FormSchema.Broken naming the place in the schema
    static void pass(JsonNode root) {
        if (!root.isObject() || !root.path("type").asText().equals("object")) {
            throw new FormSchema.Broken("", "a form is an object, so its type must be \"object\"");
        }
        if (root.has("$schema") && !root.path("$schema").asText().equals(DIALECT)) {
            throw new FormSchema.Broken("/$schema", "only JSON Schema 2020-12 is understood");
        }
        new FormSchemaAudit(root).schema(root, "", 0);
        List<Error> errors = META_SCHEMA.validate(root);
        if (!errors.isEmpty()) {
            String at = errors.getFirst().getInstanceLocation().toString();
            throw new FormSchema.Broken(at, "not a value that the keyword may have");
        }
    }

    private void schema(JsonNode schema, String at, int depth) {
        if (depth > DEPTH || ++schemas > SCHEMAS) {
            throw new FormSchema.Broken(at, "too large, too deep, or a reference in a circle");
        }
        if (schema.isObject()) {
            schema.properties().forEach(entry -> keyword(entry.getKey(), entry.getValue(), at, depth));
        } else if (!schema.isBoolean()) {
            throw new FormSchema.Broken(at, "not a schema");
        }
    }

    private void keyword(String name, JsonNode value, String parent, int depth) {
        String at = parent + "/" + name;
        if (BY_NAME.contains(name)) {
            value.properties().forEach(entry -> schema(entry.getValue(), at + "/" + entry.getKey(), depth + 1));
        } else if (LISTS.contains(name)) {
            value.forEach(part -> schema(part, at, depth + 1));
        } else if (SINGLES.contains(name)) {
            schema(value, at, depth + 1);
        } else if (name.equals("$ref")) {
            schema(target(value.asText(), at), at, depth + 1);
        } else if (name.equals("format") && !FORMATS.contains(value.asText())) {
            throw new FormSchema.Broken(at, "not a format that is checked");
        } else if (!known(name, parent)) {
            throw new FormSchema.Broken(at, "not a keyword of forms; annotations begin with x-");
        }
    }

    private static boolean known(String name, String parent) {
        boolean atRoot = parent.isEmpty() && (name.equals("$schema") || name.equals("$id"));
        return atRoot || name.startsWith("x-") || ANNOTATIONS.contains(name) || ASSERTIONS.contains(name);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private JsonNode target(String reference, String at) {
        boolean pointer = reference.equals("#") || reference.matches("#(/[A-Za-z0-9_$.-]+)+");
        JsonNode target = pointer ? root.at(reference.substring(1)) : root.path("");
        if (target.isMissingNode()) {
            throw new FormSchema.Broken(
                    at, "a reference points to a place in the same document, such as #/$defs/person");
        }
        return target;
    }
}
