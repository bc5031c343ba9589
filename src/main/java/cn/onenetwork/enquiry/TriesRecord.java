package cn.onenetwork.enquiry;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Wrong codes that are counted together: of one asker, for one case number, or of one asker for one number. It
/// decides nothing; [Tries] and [Tallies] do.
///
/// The times stand in an object: Hibernate Reactive reads no JSON array.
@Entity
@Table(name = "enquiry_tries")
class TriesRecord {

    private static final String AT = "at";

    @Id
    String subject;

    @Column(name = "asked_at")
    Instant askedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    String recent = text(List.of());

    int wrong;

    @Column(name = "last_wrong_at")
    @Nullable
    Instant lastWrongAt;

    @Column(name = "locked_until")
    @Nullable
    Instant lockedUntil;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    boolean lasting;

    protected TriesRecord() {}

    static String ofAsker(String asker) {
        return "/" + asker;
    }

    static String ofNumber(String caseNo) {
        return caseNo + "/";
    }

    static String ofBoth(String caseNo, String asker) {
        return caseNo + "/" + asker;
    }

    Tries tries() {
        return new Tries(instants(recent), lockedUntil, wrong, lastWrongAt);
    }

    void keep(Tries tries) {
        recent = text(tries.recent());
        wrong = tries.wrong();
        lastWrongAt = tries.lastWrongAt();
        lockedUntil = tries.lockedUntil();
    }

    private static List<Instant> instants(String text) {
        return JSON
                .createReader(new StringReader(text))
                .readObject()
                .getJsonArray(AT)
                .getValuesAs(JsonNumber.class)
                .stream()
                .map(number -> Instant.ofEpochMilli(number.longValueExact()))
                .toList();
    }

    private static String text(List<Instant> instants) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        instants.forEach(instant -> array.add(instant.toEpochMilli()));
        return JSON.createObjectBuilder().add(AT, array).build().toString();
    }
}
