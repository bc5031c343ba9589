package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What is said about a broken rule, in Chinese or English. Made of the schema alone: of titles and limits,
/// never of what was typed.
final class FormMessages {
    private static final String BUNDLE = "messages.FormMessages";
    private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private final ResourceBundle texts;
    private final boolean english;
    private final FormField form;

    /// @param locale English for any kind of English, else Chinese
    FormMessages(FormField form, Locale locale) {
        this.form = form;
        this.english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        this.texts = english ? ENGLISH : CHINESE;
    }

    /// The message of an error that the validator found.
    String of(List<String> path, String keyword, Error error) {
        JsonNode rule = error.getSchemaNode() == null ? MissingNode.getInstance() : error.getSchemaNode();
        String exactKey = keyword + "." + (rule.isArray() ? "mixed" : rule.asText());
        String key = texts.containsKey(exactKey) ? exactKey : keyword;
        return of(
                path,
                texts.containsKey(key) ? key : "other",
                rule.isNumber() ? rule.decimalValue().toPlainString() : "");
    }

    /// The message of a key of the bundle about the field at a path.
    String of(List<String> path, String key, String limit) {
        return text("problem", name(path), text(key, limit));
    }

    /// What the field is called; within a list, with the place in it.
    private String name(List<String> path) {
        Optional<FormField> field = Optional.of(form);
        String name = "";
        String list = "";
        for (String segment : path) {
            field = field.flatMap(parent -> parent.child(segment));
            if (field.filter(FormField::element).isPresent()) {
                list = text("item", name, String.valueOf(Integer.parseInt(segment) + 1));
                name = list;
            } else {
                String label = field.map(known -> label(known, segment)).orElse(text("unknown"));
                name = list.isEmpty() ? label : text("within", list, label);
            }
        }
        return path.isEmpty() ? text("form") : name;
    }

    private String label(FormField field, String key) {
        boolean chinese = field.title().codePoints().anyMatch(Character::isIdeographic);
        return field.title().isEmpty() || english && chinese ? key : field.title();
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
