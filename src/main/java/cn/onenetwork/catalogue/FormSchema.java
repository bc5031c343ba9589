package cn.onenetwork.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the form of one item demands (JSON Schema 2020-12), and what is wrong with a form that was filled in.
///
/// Beyond the schema, a field must pass its check digit if its pattern is that of the unified social credit
/// code (GB 32100-2015), or that of the resident identity number (GB 11643-1999) and the field is marked
/// `x-sensitive: ID_NUMBER`: what a person types is not vouched for by anybody.
///
/// Building one is dear and checking with it is cheap: keep it per version of the item. It may be used by any
/// number of threads.
public final class FormSchema {
    /// Problems told at once; whoever has more than that did not fill in this form.
    static final int MOST_PROBLEMS = 100;

    /// Errors looked at, in the order of the validator; sorting and wording more would only serve an attacker.
    private static final int MOST_ERRORS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema;
    private final FormField form;
    private final FormMask mask;

    private FormSchema(JsonNode document, Clock clock) {
        FormSchemaAudit.pass(document);
        try {
            this.schema = new FormDialect(clock).registry().getSchema(document);
            this.schema.initializeValidators();
        } catch (SchemaException e) {
            throw new Broken("", "a pattern or another rule in it cannot be read", e);
        }
        this.form = FormField.root(document);
        this.mask = new FormMask(form);
    }

    /// Reads a schema.
    ///
    /// @param clock tells today, after which nobody is born
    /// @throws Broken if it is no JSON, no JSON Schema 2020-12 of an object, has keywords or formats that are
    ///     not checked, or refers to anything outside itself
    public static FormSchema of(String json, Clock clock) {
        try {
            return new FormSchema(JSON.readTree(json), clock);
        } catch (JacksonException e) {
            throw new Broken("", "not a JSON document", e);
        }
    }

    /// Reads a schema that is already parsed.
    ///
    /// @param clock tells today, after which nobody is born
    /// @throws Broken as [#of(String, Clock)] does
    public static FormSchema of(Map<String, ?> document, Clock clock) {
        try {
            return of(JSON.writeValueAsString(document), clock);
        } catch (JacksonException e) {
            throw new Broken("", "not a JSON document", e);
        }
    }

    /// Everything that is wrong with a form, in the order of the fields; none if the form is right, never more
    /// than 100.
    ///
    /// Texts are only looked at up to 10,000 characters, forms up to 16 levels and 20,000 values: what is
    /// larger is a problem of its own. The form is not changed.
    ///
    /// @param form values of JSON: maps, lists, texts, numbers, booleans and null
    /// @param locale English for any kind of English, else Chinese
    public List<FormProblem> problems(Map<String, ?> form, Locale locale) {
        BoundedForm bounded = new BoundedForm(form);
        FormFindings findings = new FormFindings(this.form, new FormMessages(this.form, locale));
        bounded.excesses().forEach(findings::add);
        if (!bounded.refused()) {
            schema.validate(bounded.root()).stream().limit(MOST_ERRORS).forEach(findings::add);
        }
        return findings.sorted().limit(MOST_PROBLEMS).toList();
    }

    /// Whether the form has such a field, by the names on the way to it joined by dots; elements of a list by their
    /// places, from 0.
    public boolean hasField(String path) {
        return form.at(path).isPresent();
    }

    /// A filled-in form as it may be shown: personal values masked.
    ///
    /// @param own whether it is shown to the side of the applicant, who has to recognise what was typed
    public JsonObject masked(JsonObject form, boolean own) {
        return mask.masked(form, own);
    }

    /// The places where a masked value stands instead of a true one.
    public List<List<String>> maskedAt(JsonObject form) {
        return mask.maskedAt(form);
    }

    /// A schema that no form can be checked with, so that its item must not be imported. The message is for the
    /// operator: it names a place in the schema and nothing from any form.
    public static final class Broken extends RuntimeException {
        private final String pointer;

        Broken(String pointer, String reason) {
            super(message(pointer, reason));
            this.pointer = pointer;
        }

        Broken(String pointer, String reason, Throwable cause) {
            super(message(pointer, reason), cause);
            this.pointer = pointer;
        }

        /// Where in the schema, as a JSON pointer; empty for the schema as a whole.
        public String pointer() {
            return pointer;
        }

        private static String message(String pointer, String reason) {
            return "Form schema" + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + reason + ".";
        }
    }
}
