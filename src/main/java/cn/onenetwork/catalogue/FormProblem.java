package cn.onenetwork.catalogue;

import java.util.List;

/// One thing that is wrong with a filled-in form, fit to be shown beside the field.
///
/// It never carries what the applicant typed: the value may be an identity number, and responses are logged.
///
/// @param path where, from the root of the form, such as `["members", "0", "idNo"]`; for a missing or an extra
///     field it names that field; empty for the form as a whole
/// @param keyword which rule was broken: a keyword of JSON Schema; `idCheckDigit` and `usccCheckDigit` for
///     numbers of the right shape that cannot be true; `depth`, `size` and `magnitude` for what is too large to
///     be looked at
/// @param message what to do about it, in the language that was asked for
public record FormProblem(List<String> path, String keyword, String message) {
    public FormProblem {
        path = List.copyOf(path);
    }
}
