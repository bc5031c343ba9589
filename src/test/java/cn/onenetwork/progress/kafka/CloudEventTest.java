package cn.onenetwork.progress.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseEventKind;
import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClockEffect;
import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.identity.AccountKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloudEventTest {

    @Test
    void an_event_is_a_CloudEvent_with_the_facts_of_the_case() {
        JsonObject event = cloudEvent(CaseStatus.NOT_ACCEPTED, "520198202611230000014");

        assertThat(event).isEqualTo(json("""
                {"specversion":"1.0","id":"42","source":"/here","type":"cn.onenetwork.case.refused","subject":"c-1",
                 "time":"2026-03-02T01:02:03Z","datacontenttype":"application/json","partitionkey":"c-1",
                 "sequence":"0000000007","data":{"caseId":"c-1","sequence":7,"kind":"REFUSED","to":"NOT_ACCEPTED",
                 "actor":"STAFF","tenant":"guiyang-hightech","taskCode":"T","caseNo":"520198202611230000014",
                 "from":"RECEIVED","dueOn":"2026-03-09"}}
                """));
    }

    @Test
    void neither_the_owner_nor_what_somebody_wrote_is_in_it() {
        assertThat(cloudEvent(CaseStatus.NOT_ACCEPTED, null).toString())
                .doesNotContain("person:")
                .doesNotContain("张三");
    }

    @Test
    void of_a_draft_it_does_not_say_what_it_is_for() {
        assertThat(cloudEvent(CaseStatus.DRAFT, null).getJsonObject("data").keySet())
                .containsExactlyInAnyOrder("caseId", "sequence", "kind", "to", "actor");
    }

    private static JsonObject cloudEvent(CaseStatus to, String caseNo) {
        CaseEventView event = new CaseEventView(
                "42",
                "cursor",
                "c-1",
                caseNo,
                7,
                CaseEventKind.REFUSED,
                CaseStatus.RECEIVED,
                to,
                Instant.parse("2026-03-02T01:02:03Z"),
                AccountKind.STAFF,
                "张三不符合条件",
                LocalDate.parse("2026-03-09"),
                ClockEffect.NONE);
        return new CloudEvent(
                        "/here",
                        new JournalNews(
                                event,
                                new JournalPosition(1, 42, null),
                                "person:p-citizen",
                                "guiyang-hightech",
                                to,
                                "T"))
                .json();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
