package cn.onenetwork.register;

import cn.onenetwork.cases.SharedFacts.Inquiry;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.Guide;
import cn.onenetwork.catalogue.ItemState;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.SampleLibrary;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.platform.embedded.Persona;
import cn.onenetwork.register.RegisterRows.Document;
import cn.onenetwork.register.RegisterRows.Enterprise;
import cn.onenetwork.register.RegisterRows.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the sample register has to hold: a row for each enterprise of the catalogue, one for each persona that
/// can apply, and for each item in use the documents that its example application refers to.
final class DerivedRows {

    static final String BUSINESS_LICENCE = "12520000EXAMPLE11P001";
    static final String IDENTITY_CARD = "12520000EXAMPLE11P002";

    /// An opinion that bodies give each other on the case is nothing that lies in a register.
    private static final String JOINT_OPINION = "JOINT_OPINION";

    private static final JsonMapper JSON = RegisterRows.JSON
            .rebuild()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<List<String>, Document> documents = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> examples = examples();
    private final List<Person> persons =
            Persona.all().stream().flatMap(persona -> person(persona).stream()).toList();
    private final List<Enterprise> enterprises = enterprises();

    private DerivedRows() {}

    static RegisterRows derive() {
        DerivedRows derived = new DerivedRows();
        derived.persons.forEach(
                row -> derived.add(new Holder(row.subject(), null), IDENTITY_CARD, Map.of("idNumber", row.idNumber())));
        derived.enterprises.forEach(row -> derived.add(
                new Holder(row.uscc(), null), BUSINESS_LICENCE, ordered("uscc", row.uscc(), "status", row.status())));
        SampleLibrary.items().stream()
                .filter(item -> item.state() == ItemState.IN_USE)
                .forEach(derived::item);
        return new RegisterRows(derived.enterprises, derived.persons, List.copyOf(derived.documents.values()));
    }

    static String json(Object row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void item(ServiceItem item) {
        Applicants.Applicant applicant = Applicants.example(item);
        Inquiry inquiry = applicant.inquiry(item, FormValues.of(item.formExample()));
        Optional<String> ownId = persons.stream()
                .filter(row -> row.subject().equals(inquiry.subject()))
                .map(Person::idNumber)
                .findFirst();
        for (RequiredMaterial material : item.materials()) {
            Guide.ShareSource source = material.shareSource();
            if (source != null && !source.method().equals(JOINT_OPINION)) {
                String type = Objects.requireNonNullElse(source.licenceTypeCode(), material.id());
                Holder.of(material, inquiry, ownId.orElse(null))
                        .ifPresent(holder -> add(holder, type, examples.getOrDefault(material.id(), Map.of())));
            }
        }
    }

    /// By the material's id, the examples of the fields that are read from it.
    private static Map<String, Map<String, Object>> examples() {
        Map<String, Map<String, Object>> examples = new LinkedHashMap<>();
        for (JsonNode item : catalogue("items").get("items")) {
            for (JsonNode material : item.get("materials")) {
                Map<String, Object> data = new LinkedHashMap<>();
                material.get("extractedFields")
                        .forEach(field -> data.put(
                                field.get("name").textValue(), JSON.convertValue(field.get("example"), Object.class)));
                examples.put(material.get("id").textValue(), data);
            }
        }
        return examples;
    }

    /// Two examples may tell different things of one document, but not contrary ones.
    private void add(Holder holder, String type, Map<String, Object> data) {
        Document row = documents.computeIfAbsent(
                List.of(holder.number(), type),
                _ -> new Document(holder.number(), holder.name(), type, null, new LinkedHashMap<>()));
        data.forEach((field, value) -> {
            Object before = row.data().putIfAbsent(field, value);
            if (before != null && !before.equals(value)) {
                throw new IllegalStateException("Two values of " + field + " in " + row);
            }
        });
    }

    private static Optional<Person> person(Persona persona) {
        return Optional.ofNullable((String) persona.claims().get("id_no"))
                .map(id -> new Person(
                        (String) persona.claims().get("sub"),
                        id,
                        LocalDate.parse(id.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE),
                        false,
                        false,
                        false));
    }

    private static List<Enterprise> enterprises() {
        List<Enterprise> rows = new ArrayList<>();
        catalogue("enterprises").get("enterprises").forEach(row -> rows.add(enterprise(row)));
        return rows;
    }

    private static JsonNode catalogue(String file) {
        try (InputStream json = DerivedRows.class.getResourceAsStream("/catalogue/" + file + ".json")) {
            return JSON.readTree(json);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Enterprise enterprise(JsonNode row) {
        return new Enterprise(
                row.get("uscc").textValue(),
                row.get("name").textValue(),
                row.get("legalRepresentativeName").textValue(),
                row.get("status").textValue(),
                row.get("creditGrade").textValue(),
                row.get("inAbnormalList").booleanValue(),
                row.get("inSeriousList").booleanValue(),
                row.at("/indicators/honoursPenalties/falseCommitments").intValue() > 0);
    }

    private static Map<String, Object> ordered(String key, Object value, String second, Object other) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(key, value);
        ordered.put(second, other);
        return ordered;
    }
}
