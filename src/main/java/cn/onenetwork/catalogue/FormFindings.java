package cn.onenetwork.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Collects what the checks of one form found and tells it once each, in the order in which the form is read.
final class FormFindings {
    /// Of several rules broken by one field, the one that explains the others comes first.
    private static final List<String> ORDER = List.of(
            "required", "dependentRequired", "type", "const", "enum", "minLength", "maxLength", "format", "pattern");
    /// Errors that the validator reports at the object, about a field of it.
    private static final Set<String> ABOUT_A_PROPERTY =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "propertyNames");
    private static final int LONGEST_NAME = 64;

    private final FormField form;
    private final FormMessages messages;
    private final Set<List<String>> cut = new HashSet<>();
    private final List<Finding> found = new ArrayList<>();

    private record Finding(List<Integer> place, int rank, FormProblem problem) {}

    FormFindings(FormField form, FormMessages messages) {
        this.form = form;
        this.messages = messages;
    }

    /// What was too large. Whatever else is found at the same place is about what was left of it, so it is not
    /// told.
    void add(BoundedForm.Excess excess) {
        cut.add(excess.path());
        int limit = field(excess.path())
                .map(FormField::maxLength)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .orElse(BoundedForm.TEXT);
        String text = messages.of(excess.path(), excess.keyword(), String.valueOf(Math.min(limit, BoundedForm.TEXT)));
        add(excess.path(), excess.keyword(), text);
    }

    /// What the validator found.
    void add(Error error) {
        List<String> path = path(error);
        if (!cut.contains(path)) {
            String keyword = error.getKeyword();
            add(path, keyword, messages.of(path, keyword, error));
        }
    }

    /// All that was found, once each.
    Stream<FormProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::place, FormFindings::comparePlaces)
                        .thenComparing(Finding::rank)
                        .thenComparing(finding -> finding.problem().keyword()))
                .map(Finding::problem)
                .distinct();
    }

    private void add(List<String> path, String keyword, String message) {
        int rank = ORDER.indexOf(keyword);
        FormProblem problem = new FormProblem(cleaned(path), keyword, message);
        found.add(new Finding(place(path), rank < 0 ? ORDER.size() : rank, problem));
    }

    private static List<String> path(Error error) {
        NodePath location = error.getInstanceLocation();
        List<String> path = new ArrayList<>();
        IntStream.range(0, location.getNameCount())
                .mapToObj(i -> String.valueOf(location.getElement(i)))
                .forEach(path::add);
        if (ABOUT_A_PROPERTY.contains(error.getKeyword()) && error.getProperty() != null) {
            path.add(error.getProperty());
        } else if (error.getKeyword().equals("dependentRequired")) {
            path.add(String.valueOf(error.getArguments()[0]));
        }
        return path;
    }

    private Optional<FormField> field(List<String> path) {
        Optional<FormField> field = Optional.of(form);
        for (String segment : path) {
            field = field.flatMap(parent -> parent.child(segment));
        }
        return field;
    }

    /// Names that the schema does not know come from outside: they go into responses only short and plain.
    private List<String> cleaned(List<String> path) {
        return IntStream.range(0, path.size())
                .mapToObj(i -> field(path.subList(0, i + 1)).isPresent() ? path.get(i) : cleaned(path.get(i)))
                .toList();
    }

    private static String cleaned(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' ? c : '_')
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? "_" : plain.toString();
    }

    private List<Integer> place(List<String> path) {
        List<Integer> place = new ArrayList<>();
        Optional<FormField> field = Optional.of(form);
        for (String segment : path) {
            field = field.flatMap(parent -> parent.child(segment));
            place.add(field.map(known -> known.element() ? Integer.parseInt(segment) : known.order())
                    .orElse(Integer.MAX_VALUE));
        }
        return place;
    }

    private static int comparePlaces(List<Integer> one, List<Integer> other) {
        return Arrays.compare(
                one.stream().mapToInt(Integer::intValue).toArray(),
                other.stream().mapToInt(Integer::intValue).toArray());
    }
}
