package cn.onenetwork.progress.kafka;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.JournalNews;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An event of the journal as a [CloudEvents 1.0](https://github.com/cloudevents/spec) in structured JSON.
///
/// It says what happened to which case, and nothing about a person: neither who owns the case nor who acted, and not
/// what was written as a note, which may name somebody. Of a draft it does not even say what it applies for.
/// The same event may come twice; `id` tells, and `sequence` says its place within the case.
record CloudEvent(String source, JournalNews news) {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";
    private static final String TYPE = "cn.onenetwork.case.";

    byte[] bytes() {
        return json().toString().getBytes(StandardCharsets.UTF_8);
    }

    JsonObject json() {
        CaseEventView event = news.event();
        return JSON.createObjectBuilder()
                .add("specversion", "1.0")
                .add("id", event.id())
                .add("source", source)
                .add("type", TYPE + event.kind().name().toLowerCase(Locale.ROOT))
                .add("subject", event.caseId())
                .add("time", event.at().toString())
                .add("datacontenttype", "application/json")
                .add("partitionkey", event.caseId())
                .add("sequence", "%010d".formatted(event.sequence()))
                .add("data", data(event))
                .build();
    }

    private JsonObjectBuilder data(CaseEventView event) {
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("caseId", event.caseId())
                .add("sequence", event.sequence())
                .add("kind", event.kind().name())
                .add("to", event.to().name())
                .add("actor", event.actor().name());
        if (event.to() != CaseStatus.DRAFT) {
            data.add("tenant", news.tenantId()).add("taskCode", news.taskCode());
            add(data, "caseNo", event.caseNo());
            add(data, "from", event.from());
            add(data, "dueOn", event.dueOn());
        }
        return data;
    }

    private static void add(JsonObjectBuilder data, String name, @Nullable Object value) {
        if (value != null) {
            data.add(name, value.toString());
        }
    }
}
