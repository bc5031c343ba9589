package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why an application is not accepted or not granted, and what can be done against it: the applicant must be
/// told both (Administrative Licensing Law arts. 38, 55).
public record Grounds(
        String reason, String remedy, @Nullable String note) {

    Word word() {
        return new Word(
                lines(reason, remedy, note),
                JSON.createObjectBuilder()
                        .add("reason", reason)
                        .add("remedy", remedy)
                        .build());
    }

    static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
