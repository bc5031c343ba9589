package cn.onenetwork.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of the sample register: `register/enterprises.json`, `persons.json` and `documents.json`.
///
/// @param documents licences and records, one of a kind per holder
record RegisterRows(List<Enterprise> enterprises, List<Person> persons, List<Document> documents) {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// What the market regulator and the credit platform know of a company.
    record Enterprise(
            String uscc,
            String name,
            String legalRepName,
            String status,
            String creditGrade,
            boolean inAbnormalList,
            boolean inSeriousList,
            boolean falseCommitment) {}

    /// What the population register and the credit platform know of somebody who can log in.
    ///
    /// @param subject the identity provider's id
    record Person(
            String subject,
            String idNumber,
            LocalDate bornOn,
            boolean inAbnormalList,
            boolean inSeriousList,
            boolean falseCommitment) {}

    /// A licence or a record.
    ///
    /// @param holder     subject of a person who can log in, credit code, or the number of the identity card of
    ///     anybody else
    /// @param holderName of somebody else, who is only found by number and name together
    /// @param type       code of the licence type; for a record that is no licence, the id of the material
    /// @param expiresOn  last day of its validity; null without an end
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            String holder,
            @Nullable String holderName,
            String type,
            @Nullable LocalDate expiresOn,
            Map<String, Object> data) {}

    static RegisterRows read() {
        return new RegisterRows(
                List.of(rows("enterprises", Enterprise[].class)),
                List.of(rows("persons", Person[].class)),
                List.of(rows("documents", Document[].class)));
    }

    Optional<Enterprise> enterprise(String uscc) {
        return enterprises.stream().filter(row -> row.uscc().equals(uscc)).findFirst();
    }

    Optional<Person> person(String subject) {
        return persons.stream().filter(row -> row.subject().equals(subject)).findFirst();
    }

    Optional<Document> document(Holder holder, String type) {
        return documents.stream()
                .filter(row -> row.type().equals(type)
                        && row.holder().equals(holder.number())
                        && Objects.equals(row.holderName(), holder.name()))
                .findFirst();
    }

    private static <T> T rows(String file, Class<T> type) {
        String name = "/register/" + file + ".json";
        try (InputStream json = Objects.requireNonNull(RegisterRows.class.getResourceAsStream(name), name)) {
            return JSON.readValue(json, type);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
