package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.catalogue.FormProblem;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The answers of an application form, as JSON text: numbers keep every digit the applicant typed.
///
/// A draft may be unfinished or wrong, but neither huge nor something the database cannot hold; filing asks for
/// everything, and tells all that is wrong at once.
record Form(String text) {

    static final Form EMPTY = new Form("{}");
    static final int LARGEST_KILOBYTES = 256;

    private static final String NUL = "\\u0000";

    /// What an applicant wants to save.
    ///
    /// @throws Problem FORM_INVALID where the answers are too large, or hold characters that no database text
    ///     can
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

    /// What an applicant wants to save, for an item whose schema tells which values are masked ones.
    ///
    /// @throws Problem FORM_INVALID as [#draft(JsonObject)], and at every place where a masked value came back: it
    ///     would take the place of the true one
    static Form draft(JsonObject answers, ServiceItem item) {
        Form draft = draft(answers);
        List<Problem.Detail> masked = item.applicationForm().compiled().maskedAt(answers).stream()
                .map(path -> Problem.detail(UserErrorCode.FORM_INVALID, "masked")
                        .at(Stream.concat(Stream.of("form"), path.stream()).toArray(String[]::new)))
                .toList();
        if (!masked.isEmpty()) {
            throw Problem.all(masked);
        }
        return draft;
    }

    /// @throws Problem FORM_INVALID with every problem, its path and its message
    void requireValid(ServiceItem item, Locale locale) {
        List<Problem.Detail> details = item.applicationForm().problems(FormValues.of(json()), locale).stream()
                .map(Form::detail)
                .toList();
        if (!details.isEmpty()) {
            throw Problem.all(details);
        }
    }

    JsonObject json() {
        return JSON.createReader(new StringReader(text)).readObject();
    }

    private static Problem.Detail detail(FormProblem problem) {
        return new Problem.Detail(
                UserErrorCode.FORM_INVALID,
                _ -> problem.message(),
                Stream.concat(Stream.of("form"), problem.path().stream()).toList());
    }
}
