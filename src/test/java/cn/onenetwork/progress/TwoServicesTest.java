package cn.onenetwork.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Service;
import cn.onenetwork.testing.Subscription;
import cn.onenetwork.testing.Superuser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two pods of the production package over one database: what is written through one reaches who listens at either.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoServicesTest {

    private static final String ALL =
            "subscription($after: String) { myCasesProgressed(after: $after) { caseId kind } }";
    private static final String ONE = "subscription($id: ID) { caseProgressed(id: $id, afterSequence: 1) { kind } }";
    private static final String LISTENERS =
            "select count(*) from pg_stat_activity where application_name = 'one-network-listener'";
    private static final String TOPIC = "one-network.case-events.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
    }

    @Test
    void a_process_that_only_migrates_fits_out_an_empty_database_and_ends() throws Exception {
        tell("create database only_migrated owner one_network_owner");
        try {
            Map<String, String> owner =
                    new HashMap<>(EmbeddedServices.database().settings());
            owner.keySet().retainAll(Set.of("quarkus.flyway.username", "quarkus.flyway.password"));
            owner.put(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:" + EmbeddedServices.database().port() + "/only_migrated");
            Service.migrate(folder.resolve("migration.log"), owner);

            try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
                assertThat(migrated()).isEqualTo(files.count());
            }
            assertThat(Files.readString(folder.resolve("migration.log"))).doesNotContain("Listening on");
        } finally {
            tell("drop database only_migrated with (force)");
        }
    }

    private static void tell(String command) throws SQLException {
        try (Connection connection = Superuser.connection("postgres");
                Statement sql = connection.createStatement()) {
            boolean _ = sql.execute(command);
        }
    }

    private static long migrated() throws SQLException {
        try (Connection connection = Superuser.connection("only_migrated");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from flyway_schema_history where success")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Test
    void by_notifications_of_the_database_and_without_a_word_to_any_broker() {
        int others = listeners();
        try (Service one = Service.start(folder.resolve("one.log"), Map.of());
                Service other = Service.start(folder.resolve("other.log"), Map.of())) {
            var _ = walk(
                    one,
                    other,
                    () -> assertThat(Superuser.endConnectionsOf("one-network-listener"))
                            .isEqualTo(others + 2));

            for (Service service : List.of(one, other)) {
                assertThat(service.printed().replaceAll("Installed features: .*", ""))
                        .doesNotContainIgnoringCase("kafka")
                        .doesNotContain("ERROR");
            }
        }
    }

    @Test
    void by_kafka_with_the_journal_as_its_outbox() throws Exception {
        int others = listeners();
        try (KafkaProcess broker = KafkaProcess.start(folder)) {
            Map<String, String> settings = Map.of(
                    "one-network.progress.bus", "kafka",
                    "one-network.progress.kafka.bootstrap-servers", broker.address(),
                    "one-network.progress.kafka.lease", "3s");
            try (Service one = Service.start(folder.resolve("one-kafka.log"), settings);
                    Service other = Service.start(folder.resolve("other-kafka.log"), settings)) {
                String before = walk(one, other, () -> assertThat(listeners()).isEqualTo(others));
                one.kill();
                String after = walk(other, other, () -> {});

                List<ConsumerRecord<String, byte[]>> stream = everything(broker);
                assertCarried(stream, before);
                assertCarried(stream, after);
            }
        }
    }

    /// Connections that listen: also that of a service which other tests have left running in this JVM.
    private static int listeners() {
        return Integer.parseInt(DatabaseState.query(LISTENERS));
    }

    /// A case from the draft to its review, filed at one and worked on at the other; returns its id.
    private static String walk(Service one, Service other, Runnable meanwhile) {
        String id = one.asked(() -> Filing.draft("enterprise-legal", ItemFixture.POLICY_CLAIM));
        Map<String, String> start = Map.of("after", other.asked(() -> cursor(id)));
        try (Subscription all = one.asked(() -> GraphQl.as("enterprise-legal").subscribe(ALL, start));
                Subscription elsewhere =
                        other.asked(() -> GraphQl.as("enterprise-legal").subscribe(ALL, start));
                Subscription officer =
                        other.asked(() -> GraphQl.as("officer-hightech").subscribe(ALL, start));
                Subscription single =
                        one.asked(() -> GraphQl.as("enterprise-operator").subscribe(ONE, Map.of("id", id)))) {
            var _ = one.asked(() -> submit(id));
            for (Subscription feed : List.of(all, elsewhere, officer)) {
                assertThat(feed.next().getString("data.myCasesProgressed.kind")).isEqualTo("SUBMITTED");
            }
            meanwhile.run();
            var _ = other.asked(() -> Filing.officer("officer-hightech", "caseReceive", id));
            var _ = other.asked(() -> Filing.officer("officer-hightech", "caseAccept", id));
            for (Subscription feed : List.of(all, elsewhere, officer)) {
                assertThat(feed.next(3))
                        .extracting(event -> event.getString("data.myCasesProgressed.kind"))
                        .containsExactly("RECEIVED", "ACCEPTED", "REVIEW_STARTED");
            }
            assertThat(single.next(4))
                    .extracting(event -> event.getString("data.caseProgressed.kind"))
                    .containsExactly("SUBMITTED", "RECEIVED", "ACCEPTED", "REVIEW_STARTED");
        }
        return id;
    }

    /// Of the newest event of a case.
    private static String cursor(String id) {
        return GraphQl.as("enterprise-legal")
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { timeline(first: 1) { nodes { cursor } } } }",
                        Map.of("id", id))
                .getString("data.serviceCase.timeline.nodes[0].cursor");
    }

    private static JsonPath submit(String id) {
        return Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
    }

    /// All that is in the topic, read until nothing more comes.
    private static List<ConsumerRecord<String, byte[]>> everything(KafkaProcess broker) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.address(),
                        "group.id", "another-department",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            int quiet = 0;
            while (quiet < 5) {
                int before = all.size();
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
                quiet = all.isEmpty() || all.size() > before ? 0 : quiet + 1;
            }
        }
        return all;
    }

    /// Each event of the case, in its order, as a CloudEvent and without a word about a person.
    private static void assertCarried(List<ConsumerRecord<String, byte[]>> stream, String id) throws IOException {
        List<Integer> sequences = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : stream) {
            if (record.key().equals(id)) {
                JsonNode event = JSON.readTree(record.value());
                assertCloudEvent(record, event);
                sequences.add(event.at("/data/sequence").asInt());
            }
        }
        assertThat(new TreeSet<>(sequences)).containsExactly(1, 2, 3, 4, 5);
        assertThat(sequences.stream().distinct().toList()).isSorted();
    }

    private static void assertCloudEvent(ConsumerRecord<String, byte[]> record, JsonNode event) {
        assertThat(new String(record.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                .startsWith("application/cloudevents+json");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("subject").asText()).isEqualTo(record.key());
        for (String attribute : List.of("id", "source", "type", "time", "datacontenttype")) {
            assertThat(event.path(attribute).asText()).as(attribute).isNotBlank();
        }
        assertThat(List.of(
                        "caseId", "caseNo", "sequence", "kind", "from", "to", "actor", "dueOn", "tenant", "taskCode"))
                .containsAll(() -> event.path("data").fieldNames());
        assertThat(event.toString())
                .doesNotContain("91520198")
                .doesNotContain("p-")
                .doesNotContain("note");
    }
}
