package cn.onenetwork.cases;

import cn.onenetwork.catalogue.FormProblem;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The answers of an application form, as JSON text: numbers keep every digit the applicant typed.
///
/// A draft may be unfinished or wrong, but neither huge nor something the database cannot hold; filing asks for
/// everything, and tells all that is wrong at once.
record Form(String text) {

    static final Form EMPTY = new Form("{}");
    static final int LARGEST_KILOBYTES = 256;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final String NUL = "\\u0000";

    /// What an applicant wants to save.
    ///
    /// @throws Problem FORM_INVALID where the answers are too large, or hold characters that no database text can
    static Form draft(JsonObject answers) {
        String text = answers.toString();
        if (text.length() > LARGEST_KILOBYTES * 1024) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "size", LARGEST_KILOBYTES)
                    .at("form");
        }
        if (text.contains(NUL)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "characters").at("form");
        }
        return new Form(text);
    }

    /// @throws Problem FORM_INVALID with every problem, its path and its message
    void requireValid(ServiceItem item, Locale locale) {
        List<Problem.Detail> details = item.applicationForm().problems(answers(), locale).stream()
                .map(Form::detail)
                .toList();
        if (!details.isEmpty()) {
            throw Problem.all(details);
        }
    }

    JsonObject json() {
        return Json.createReader(new java.io.StringReader(text)).readObject();
    }

    Map<String, Object> answers() {
        try {
            return JSON.readValue(text, ANSWERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a form that was saved is no JSON", impossible);
        }
    }

    private static Problem.Detail detail(FormProblem problem) {
        return new Problem.Detail(
                UserErrorCode.FORM_INVALID,
                _ -> problem.message(),
                Stream.concat(Stream.of("form"), problem.path().stream()).toList());
    }
}
