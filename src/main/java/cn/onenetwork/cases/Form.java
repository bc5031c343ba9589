package cn.onenetwork.cases;

import cn.onenetwork.catalogue.FormProblem;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The answers of an application form, as they came in.
///
/// A draft may be unfinished or wrong, but neither huge nor something the database cannot hold; filing asks for
/// everything, and tells all that is wrong at once.
record Form(Map<String, Object> answers) {

    static final int LARGEST_KILOBYTES = 256;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUL = "\\u0000";

    /// @throws Problem FORM_INVALID where the answers are too large, or contain what no database text can
    Form {
        String text = text(answers);
        if (text.length() > LARGEST_KILOBYTES * 1024) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "size", LARGEST_KILOBYTES).at("form");
        }
        if (text.contains(NUL)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "characters").at("form");
        }
    }

    /// @throws Problem FORM_INVALID with every problem, its path and its message
    static void requireValid(ServiceItem item, Map<String, Object> answers, Locale locale) {
        List<Problem.Detail> details = item.form().problems(answers, locale).stream()
                .map(Form::detail)
                .toList();
        if (!details.isEmpty()) {
            throw Problem.all(details);
        }
    }

    private static Problem.Detail detail(FormProblem problem) {
        return new Problem.Detail(
                UserErrorCode.FORM_INVALID,
                _ -> problem.message(),
                Stream.concat(Stream.of("form"), problem.path().stream()).toList());
    }

    private static String text(Map<String, Object> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException notJson) {
            throw Problem.of(UserErrorCode.FORM_INVALID).at("form");
        }
    }
}
