package cn.onenetwork.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first impression of the API: `./mvnw quarkus:dev`, a browser, a persona.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplorerTest {

    private static final String ITEM = "惠企政策资金兑现申请";
    private static final Path PICTURES = Path.of("target");

    private static final String FIND = """
            query Find($text: String!) {
              serviceItems(filter: {text: $text, tenant: "guiyang-hightech"}) { nodes { taskCode name } }
            }
            """;
    private static final String SAVE = """
            mutation Save($input: CaseDraftSaveInput!) {
              caseDraftSave(input: $input) { serviceCase { id status version } userErrors { code message path } }
            }
            """;
    private static final String SUBMIT = """
            mutation Submit($input: CaseSubmitInput!) {
              caseSubmit(input: $input) { serviceCase { id caseNo status version } userErrors { code message path } }
            }
            """;
    private static final String PROGRESS = """
            # 办件进度：先历史，后实时。
            # First what happened, then live.
            subscription Progress($id: ID!) {
              caseProgressed(id: $id, afterSequence: 0) {
                sequence
                kind
                to
                at
                actor
              }
            }
            """;

    @TempDir
    private Path folder;

    private Explorer explorer;
    private URI issuer;

    @Test
    void A_company_files_a_case_watches_it_live_and_an_officer_finds_it_all_without_a_header() throws IOException {
        Path chromium = Chromium.require();
        Files.createDirectories(PICTURES);
        try (DevService service = DevService.start(folder, PICTURES.resolve("explorer-dev.log"));
                Chromium browser = Chromium.launch(chromium);
                BrowserContext visitor = browser.visitor()) {
            explorer = new Explorer(visitor.newPage());
            company_logs_in(service);
            JsonNode filed = company_files(form());
            company_watches(filed, new Officer(service.address(), issuer));
            officer_takes_over(filed);
            assertThat(explorer.tokensSent()).isEmpty();
        }
    }

    private void company_logs_in(DevService service) {
        explorer.open(service.address());
        explorer.isAskedWhoItIs();
        issuer = explorer.address();
        explorer.photograph(PICTURES.resolve("personas.png"));
        explorer.choose("enterprise-legal");
        explorer.isWelcomed();
        explorer.isLoggedInAs("贵阳示例甲科技有限公司");
        explorer.run("{ viewer { displayName kind corporation { name } } }");
        explorer.sees("\"name\": \"贵阳示例甲科技有限公司\"");
    }

    /// @return the case as it was answered
    private JsonNode company_files(JsonNode form) {
        explorer.run(FIND, Map.of("text", ITEM));
        explorer.sees(ITEM);
        String taskCode =
                explorer.answer().at("/data/serviceItems/nodes/0/taskCode").asText();
        explorer.run(SAVE, input(Map.of("idempotencyKey", "explorer-save", "taskCode", taskCode, "form", form)));
        explorer.sees("\"status\": \"DRAFT\"");
        String id = explorer.answer().at("/data/caseDraftSave/serviceCase/id").asText();
        explorer.run(SUBMIT, input(Map.of("idempotencyKey", "explorer-submit", "id", id)));
        explorer.sees("\"status\": \"SUBMITTED\"");
        return explorer.answer().at("/data/caseSubmit/serviceCase");
    }

    private void company_watches(JsonNode filed, Officer officer) {
        explorer.run(PROGRESS, Map.of("id", filed.path("id").asText()));
        explorer.sees("DRAFT_SAVED");
        explorer.sees("\"kind\": \"SUBMITTED\"");
        explorer.doesNotSee("RECEIVED");
        int loads = explorer.loads();
        int sockets = explorer.sockets().size();
        receives(filed, officer);
        explorer.sees("\"kind\": \"RECEIVED\"");
        assertThat(events("kind")).containsExactly("RECEIVED", "SUBMITTED", "DRAFT_SAVED");
        assertThat(events("sequence")).containsExactly("3", "2", "1");
        assertThat(explorer.loads()).as("no reload").isEqualTo(loads);
        assertThat(explorer.sockets()).as("the same socket").hasSize(sockets);
        explorer.photograph(PICTURES.resolve("explorer.png"));
    }

    private static void receives(JsonNode filed, Officer officer) {
        JsonNode answer = officer.receives(
                filed.path("id").asText(), filed.path("version").asInt());
        assertThat(answer.at("/data/caseReceive/serviceCase/status").asText())
                .as("%s", answer)
                .isEqualTo("RECEIVED");
    }

    private void officer_takes_over(JsonNode filed) {
        explorer.switchPersona();
        explorer.isAskedWhoItIs();
        explorer.choose("officer-hightech");
        explorer.isLoggedInAs("示例受理员甲");
        explorer.run("{ viewer { roles } worklist { nodes { caseNo status item { name } } } }");
        explorer.sees("\"OFFICER\"");
        explorer.sees(filed.path("caseNo").asText());
    }

    private List<String> events(String field) {
        return StreamSupport.stream(explorer.answer().path("events").spliterator(), false)
                .map(event -> event.path(field).asText())
                .toList();
    }

    private static Map<String, Object> input(Map<String, Object> input) {
        return Map.of("input", input);
    }

    /// The answers that the item itself gives as an example.
    private static JsonNode form() throws IOException {
        try (InputStream library = ExplorerTest.class.getResourceAsStream("/catalogue/items.json")) {
            JsonNode items =
                    new ObjectMapper().readTree(Objects.requireNonNull(library)).path("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(item -> item.path("name").asText().equals(ITEM))
                    .findFirst()
                    .orElseThrow()
                    .path("formExample");
        }
    }
}
