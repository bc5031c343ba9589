package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.explorer.Chromium;
import cn.onenetwork.identity.LoginFlow.Tokens;
import cn.onenetwork.testing.Filing;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The service with a real provider: people from one realm, proven by its keys; staff from another, which is asked
/// about each token.
@QuarkusTest
@TestProfile(KeycloakTest.TwoRealms.class)
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeycloakTest {

    /// A resource starts when a test runs. What a profile overrides is asked for even where the tests are only looked
    /// for, and a provider would be started for nobody.
    public static final class TwoRealms implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Realms.class));
        }
    }

    /// Levels as in Zhejiang, so that the mapping has something to do.
    public static final class Realms implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            String province = "one-network.identity.issuers.province.";
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.oidc.auth-server-url", Keycloak.url() + "/realms/guizhou");
            settings.put("one-network.identity.staff-directory", Keycloak.url() + "/realms/staff");
            settings.put("quarkus.oidc.staff.tenant-enabled", "true");
            settings.put("quarkus.oidc.staff.token.require-jwt-introspection-only", "true");
            settings.put("quarkus.oidc.staff.credentials.secret", "asks about tokens");
            settings.put(province + "vouches-for", "PERSON,LEGAL_PERSON");
            settings.put(province + "claims.level", "authlevel");
            settings.put(province + "claims.corporate-level", "realLevel");
            settings.put(province + "person-levels.3", "L3");
            settings.put(province + "corporate-levels.1", "L4");
            settings.put(province + "corporate-roles.2", "LEGAL_REPRESENTATIVE");
            return settings;
        }

        /// After the provider that all other tests have, so that this one counts.
        @Override
        public int order() {
            return 1;
        }

        /// The provider ends with the tests, for others to use.
        @Override
        public void stop() {}
    }

    private static final String VIEWER = "{ viewer { id kind realNameLevel roles corporation { role } } }";
    private static final LoginFlow APP = new LoginFlow("guizhou", "mobile-app");
    private static final LoginFlow HURRIED = new LoginFlow("guizhou", "hurried-app");
    private static final LoginFlow DESK = new LoginFlow("staff", "desk");

    @Test
    void somebody_logs_in_with_a_browser_and_goes_on_with_a_refreshed_token() {
        Path executable = Chromium.require();
        Tokens tokens;
        try (Chromium chromium = Chromium.launch(executable)) {
            tokens = APP.login(address -> {
                Page page = chromium.visitor().newPage();
                page.navigate(address);
                page.fill("#username", "citizen");
                page.fill("#password", "guizhou");
                page.click("#kc-login");
                page.waitForCondition(() -> page.title().equals("Logged in"));
            });
        }

        JsonNode viewer = viewer(tokens);
        assertThat(viewer.path("kind").asText()).isEqualTo("PERSON");
        assertThat(viewer.path("realNameLevel").asText()).isEqualTo("L3");
        assertThat(viewer.path("roles").toString()).isEqualTo("[\"CITIZEN\"]");
        Tokens refreshed = APP.refresh(tokens);
        assertThat(refreshed.access()).isNotEqualTo(tokens.access());
        assertThat(viewer(refreshed)).isEqualTo(viewer);
    }

    @Test
    void a_legal_person_is_read_by_the_table() {
        JsonNode viewer = viewer(APP.login("enterprise"));

        assertThat(viewer.path("kind").asText()).isEqualTo("LEGAL_PERSON");
        assertThat(viewer.path("realNameLevel").asText()).isEqualTo("L4");
        assertThat(viewer.at("/corporation/role").asText()).isEqualTo("LEGAL_REPRESENTATIVE");
    }

    @Test
    void the_staff_directory_makes_officers_and_no_citizens() {
        JsonNode viewer = viewer(DESK.login("officer"));

        assertThat(viewer.path("kind").asText()).isEqualTo("STAFF");
        assertThat(viewer.path("id").asText()).startsWith("staff|");
        assertThat(viewer.path("roles").toString()).isEqualTo("[\"OFFICER\"]");
        assertThat(status(DESK.login("climber"))).isEqualTo(401);
    }

    @Test
    void no_request_fails_while_the_provider_changes_its_keys() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<Thread> people = IntStream.range(0, 3)
                .mapToObj(_ -> APP.login("citizen"))
                .map(first -> Thread.startVirtualThread(() -> {
                    Tokens tokens = first;
                    while (!over.get()) {
                        statuses.add(status(tokens));
                        tokens = APP.refresh(tokens);
                        statuses.add(status(tokens));
                    }
                }))
                .toList();
        String before = keyId(APP.login("citizen"));
        changeKeys(200);
        Thread.sleep(Duration.ofSeconds(2));
        String after = keyId(APP.login("citizen"));
        changeKeys(300);
        Thread.sleep(Duration.ofSeconds(2));
        over.set(true);
        for (Thread person : people) {
            person.join();
        }

        assertThat(after).isNotEqualTo(before).isNotEqualTo(keyId(APP.login("citizen")));
        assertThat(statuses).hasSizeGreaterThan(20).containsOnly(200);
    }

    private static String keyId(Tokens tokens) {
        String header =
                new String(Base64.getUrlDecoder().decode(tokens.access().split("\\.")[0]), StandardCharsets.UTF_8);
        return new Door.Reply(0, List.of(), header).json().path("kid").asText();
    }

    /// As an administrator does it: a new key before the others, which stay for the tokens that are out.
    private static void changeKeys(int priority) {
        String admin = administrator();
        HttpResponse<String> made = LoginFlow.send(
                Door.HTTP,
                HttpRequest.newBuilder(URI.create(Keycloak.url() + "/admin/realms/guizhou/components"))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Door.write(Map.of(
                                "name",
                                "key " + priority,
                                "providerId",
                                "rsa-generated",
                                "providerType",
                                "org.keycloak.keys.KeyProvider",
                                "config",
                                Map.of("priority", List.of("" + priority), "algorithm", List.of("RS256")))))));
        assertThat(made.statusCode()).isEqualTo(201);
    }

    private static String administrator() {
        HttpResponse<String> answer = LoginFlow.send(
                Door.HTTP,
                HttpRequest.newBuilder(URI.create(Keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(LoginFlow.encoded(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                Keycloak.ADMIN,
                                "password",
                                Keycloak.ADMIN)))));
        return new Door.Reply(0, List.of(), answer.body())
                .json()
                .path("access_token")
                .asText();
    }

    @Test
    void after_a_logout_there_is_no_refresh_and_a_token_that_is_out_is_good_until_it_ends() {
        Tokens tokens = APP.login("citizen");

        APP.logout(tokens);

        assertThat(APP.refreshStatus(tokens)).isEqualTo(400);
        assertThat(status(tokens)).isEqualTo(200);
    }

    @Test
    void where_the_provider_is_asked_a_logout_counts_at_once() {
        Tokens tokens = DESK.login("officer");
        assertThat(status(tokens)).isEqualTo(200);

        DESK.logout(tokens);

        assertThat(status(tokens)).isEqualTo(401);
        assertThat(Door.socket(tokens.bearer())).isEqualTo("4403 Forbidden");
    }

    @Test
    void a_token_that_expires_while_its_owner_follows_a_case_costs_no_event() throws InterruptedException {
        Tokens owner = APP.login("citizen");
        String id = draft(owner, Filing.key());
        Tokens hurried = HURRIED.login("citizen");
        List<Integer> heard = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread life = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                change(owner, id);
            }
        });
        try {
            Following first = Following.begin(hurried.bearer(), id, heard);
            assertThat(first.closed().orTimeout(40, TimeUnit.SECONDS).join()).isEqualTo(4403);
            Following second = Following.begin(HURRIED.refresh(hurried).bearer(), id, heard);
            int before = heard.size();
            await().atMost(Duration.ofSeconds(15)).until(() -> heard.size() > before + 5);
            over.set(true);
            life.join();
            second.abort();
        } finally {
            over.set(true);
        }
        assertThat(heard)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, heard.size()).boxed().toList());
    }

    private static String draft(Tokens owner, String key) {
        return save(
                owner,
                Map.of(
                        "idempotencyKey", key,
                        "taskCode", ItemFixture.item(ItemFixture.SENIOR_CARD).taskCode(),
                        "form", Filing.formExample(ItemFixture.SENIOR_CARD)));
    }

    private static void change(Tokens owner, String id) {
        String _ = save(
                owner,
                Map.of("idempotencyKey", Filing.key(), "id", id, "form", Filing.formExample(ItemFixture.SENIOR_CARD)));
    }

    private static String save(Tokens owner, Map<String, ?> input) {
        JsonNode answer = Door.graphql(
                        "mutation($input: CaseDraftSaveInput!) { caseDraftSave(input: $input)"
                                + " { serviceCase { id } userErrors { code } } }",
                        Map.of("input", input),
                        owner.bearer())
                .json();
        assertThat(answer.at("/data/caseDraftSave/userErrors"))
                .as(answer.toString())
                .isEmpty();
        return answer.at("/data/caseDraftSave/serviceCase/id").asText();
    }

    private static int status(Tokens tokens) {
        return Door.graphql(VIEWER, tokens.bearer()).status();
    }

    private static JsonNode viewer(Tokens tokens) {
        return Door.graphql(VIEWER, tokens.bearer()).json().at("/data/viewer");
    }
}
