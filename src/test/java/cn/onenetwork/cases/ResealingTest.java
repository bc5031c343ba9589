package cn.onenetwork.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.platform.crypto.Crypto;
import cn.onenetwork.platform.crypto.CryptoFixture;
import cn.onenetwork.platform.crypto.Resealing;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("heavy")
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResealingTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final int CLIENTS = 10;
    private static final int COPIES = 400;
    private static final String PROGRESS =
            " keys { id active configured values } plain run { targetKey startedAt finishedAt resealed failed }";

    @Inject
    Resealing resealing;

    @BeforeEach
    void nothing_is_left_by_others() throws SQLException {
        var _ = DatabaseState.execute("update reseal_run set finished_at = now() where finished_at is null");
        sealWithTheFormerKey();
    }

    @Test
    void keys_change_while_ten_clients_write_and_read() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            drafts.add(Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING));
        }
        copies(drafts.getFirst());
        sealWithTheFormerKey();
        long before = values("former");
        AtomicBoolean over = new AtomicBoolean();

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> last =
                    drafts.stream().map(id -> clients.submit(client(id, over))).toList();
            JsonPath begun = reseal();
            assertThat(begun.getString("data.personalDataReseal.seals.run.targetKey"))
                    .isEqualTo("development");
            while (seals().getString("data.personalDataSeals.run.finishedAt") == null) {
                var _ = resealing.work().await().indefinitely();
            }
            over.set(true);
            for (int i = 0; i < CLIENTS; i++) {
                assertThat(project(drafts.get(i))).isEqualTo(last.get(i).get());
            }
        }

        assertThat(before).isGreaterThanOrEqualTo(COPIES);
        assertThat(values("former")).isZero();
        JsonPath done = seals();
        assertThat(done.getInt("data.personalDataSeals.plain")).isZero();
        assertThat(done.getInt("data.personalDataSeals.run.resealed")).isGreaterThanOrEqualTo(COPIES);
        assertThat(done.getInt("data.personalDataSeals.run.failed")).isZero();
        deleteCopies();
    }

    @Test
    void plain_rows_are_sealed_and_a_broken_one_is_left_and_told() throws SQLException {
        String plain = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        String broken = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        var _ = DatabaseState.execute(
                "update service_case set form = '{\"projectName\": \"plain\"}' where id = '" + plain + "'");
        sealWithTheFormerKey(broken);
        String kept = DatabaseState.query("select form_sealed from service_case where id = '" + broken + "'");
        var _ = DatabaseState.execute(
                "update service_case set form_sealed = set_byte(form_sealed, 40, get_byte(form_sealed, 40) # 1) where id = '"
                        + broken + "'");

        var _ = reseal();
        var _ = resealing.work().await().indefinitely();

        JsonPath done = seals();
        assertThat(done.getString("data.personalDataSeals.run.finishedAt")).isNotNull();
        assertThat(done.getInt("data.personalDataSeals.run.failed")).isEqualTo(1);
        assertThat(values("former")).isEqualTo(1);
        assertThat(project(plain)).isEqualTo("plain");
        assertThat(DatabaseState.query("select form is null from service_case where id = '" + plain + "'"))
                .isEqualTo("t");
        var _ = DatabaseState.execute(
                "update service_case set form_sealed = '" + kept + "' where id = '" + broken + "'");
    }

    @Test
    void a_run_that_broke_off_goes_on_and_two_who_begin_one_share_it() throws Exception {
        copies(Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING));
        sealWithTheFormerKey();
        var _ = reseal();
        String run = DatabaseState.query("select id from reseal_run where finished_at is null");

        var _ = reseal();

        assertThat(DatabaseState.query("select string_agg(id::text, ',') from reseal_run where finished_at is null"))
                .isEqualTo(run);
        try (Connection elsewhere = DatabaseState.owner();
                Statement sql = elsewhere.createStatement()) {
            sql.execute("select pg_advisory_lock(" + 0x7265_7365_616cL + ")");
            assertThat(resealing.work().await().indefinitely())
                    .as("another pod works")
                    .isZero();
        }
        assertThat(resealing.work().await().indefinitely()).isGreaterThanOrEqualTo(COPIES);
        assertThat(values("former")).isZero();
        deleteCopies();
    }

    @Test
    void only_an_admin_changes_keys_or_sees_how_they_are_used() {
        for (String persona : List.of("citizen", "officer-hightech", "auditor")) {
            assertThat(GraphQl.as(persona)
                            .ask("{ personalDataSeals { plain } }")
                            .getString("errors[0].extensions.code"))
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(seals().getList("data.personalDataSeals.keys.id")).contains("development", "former");
        assertThat(seals().getString("data.personalDataSeals.keys.find { it.id == 'development' }.active"))
                .isEqualTo("true");
    }

    /// Saves and reads its own draft until it is told to stop; returns what it saved last.
    private static Callable<String> client(String id, AtomicBoolean over) {
        return () -> {
            String saved = "";
            for (int turn = 0; !over.get() || turn == 0; turn++) {
                Map<String, Object> form = Filing.formExample(ItemFixture.LAND_PLANNING);
                saved = "turn " + turn;
                form.put("projectName", saved);
                JsonPath answer = Filing.mutate(
                        APPLICANT, "caseDraftSave", Map.of("idempotencyKey", Filing.key(), "id", id, "form", form));
                assertThat(answer.getList("errors")).isNull();
                assertThat(answer.getList("data.caseDraftSave.userErrors")).isEmpty();
                assertThat(project(id)).isEqualTo(saved);
            }
            return saved;
        };
    }

    private static String project(String id) {
        return GraphQl.as(APPLICANT)
                .operation("CaseForm", Map.of("id", id))
                .getString("data.serviceCase.form.projectName");
    }

    private static JsonPath reseal() {
        JsonPath answer = GraphQl.as("admin")
                .ask(
                        "mutation($input: PersonalDataResealInput!) { personalDataReseal(input: $input) { seals {"
                                + PROGRESS + " } userErrors { code } } }",
                        Map.of("input", Map.of("idempotencyKey", Filing.key())));
        assertThat(answer.getList("errors")).isNull();
        return answer;
    }

    private static JsonPath seals() {
        return GraphQl.as("admin").ask("{ personalDataSeals {" + PROGRESS + " } }");
    }

    private static long values(String key) {
        return seals().getLong("data.personalDataSeals.keys.find { it.id == '" + key + "' }.values");
    }

    private static void copies(String id) throws SQLException {
        try (Connection owner = DatabaseState.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("create temporary table copy as select c.* from service_case c, generate_series(1, " + COPIES
                    + ") where c.id = '" + id + "'");
            sql.execute("update copy set id = gen_random_uuid(), owner = 'person:copied-for-keys', form = '{}',"
                    + " form_sealed = null, form_key = null");
            sql.execute("insert into service_case select * from copy");
        }
    }

    private static void deleteCopies() {
        var _ = DatabaseState.execute("delete from service_case where owner = 'person:copied-for-keys'");
    }

    /// All that the active key sealed, or none did, as it was when another key was the active one.
    private static void sealWithTheFormerKey() throws SQLException {
        sealWithTheFormerKey("%");
    }

    private static void sealWithTheFormerKey(String which) throws SQLException {
        Map<String, String> keys = Map.of("development", configured("development"), "former", configured("former"));
        Crypto former = CryptoFixture.crypto("former", keys);
        try (Connection owner = DatabaseState.owner();
                PreparedStatement read = owner.prepareStatement(
                        "select id, form_sealed, form::text from service_case where id::text like ?");
                PreparedStatement write = owner.prepareStatement("update service_case set form = null, form_sealed = ?,"
                        + " form_key = 'former' where id = ? and form_sealed is not distinct from ?")) {
            read.setString(1, which);
            ResultSet rows = read.executeQuery();
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                byte[] sealed = rows.getBytes(2);
                String context = "service_case.form:" + id;
                byte[] plain = sealed == null ? rows.getString(3).getBytes(UTF_8) : former.open(sealed, context);
                write.setBytes(1, former.seal(plain, context));
                write.setObject(2, id);
                write.setBytes(3, sealed);
                write.addBatch();
            }
            int[] written = write.executeBatch();
            assertThat(written).isNotNull();
        }
    }

    private static String configured(String key) {
        return ConfigProvider.getConfig().getValue("one-network.crypto.keys." + key, String.class);
    }
}
