package cn.onenetwork.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a person does in the explorer and sees there, and what the browser sent on the way.
final class Explorer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Page page;
    private final List<String> tokensSent = new CopyOnWriteArrayList<>();
    private final List<String> sockets = new CopyOnWriteArrayList<>();
    private final List<String> loads = new CopyOnWriteArrayList<>();

    Explorer(Page page) {
        this.page = page;
        page.onLoad(loaded -> loads.add(loaded.url()));
        page.onRequest(
                request -> noteTokens(request.url(), request.headers().keySet().toString()));
        page.onWebSocket(socket -> {
            sockets.add(socket.url());
            socket.onFrameSent(frame -> noteTokens(socket.url(), frame.text()));
        });
    }

    void open(URI address) {
        page.navigate(address.resolve("/q/graphql-ui").toString());
    }

    void isAskedWhoItIs() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("选择身份")))
                .isVisible();
    }

    /// Where the browser is now.
    URI address() {
        return URI.create(page.url());
    }

    void choose(String username) {
        page.locator("button[value='" + username + "']").click();
        assertThat(editor("Query Editor")).isVisible();
    }

    void switchPersona() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("切换身份"))
                .click();
    }

    void isWelcomed() {
        assertThat(editor("Query Editor")).containsText("您已登录");
    }

    void isLoggedInAs(String name) {
        assertThat(page.locator("#persona")).containsText(name);
    }

    void run(String query) {
        run(query, Map.of());
    }

    /// Types both texts and presses the button. It is pressed only when GraphiQL has understood the query,
    /// which shows in the address.
    void run(String query, Map<String, Object> variables) {
        type("Variables", json(variables));
        type("Query Editor", query);
        page.waitForFunction("text => new URLSearchParams(location.search).get('query') === text", query);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Execute query"))
                .click();
    }

    /// Waits until the answer says so. GraphiQL shows an answer until the next one comes: ask for what only the
    /// awaited one has.
    void sees(String text) {
        assertThat(answerPane()).containsText(text);
    }

    void doesNotSee(String text) {
        assertThat(answerPane()).not().containsText(text);
    }

    /// The whole answer, also what has to be scrolled to.
    JsonNode answer() {
        return parse((String) answerPane().evaluate("pane => pane.querySelector('.CodeMirror').CodeMirror.getValue()"));
    }

    /// The addresses to which the page sent an `Authorization`, as a header or over the socket.
    List<String> tokensSent() {
        return List.copyOf(tokensSent);
    }

    List<String> sockets() {
        return List.copyOf(sockets);
    }

    /// How often a page was loaded.
    int loads() {
        return loads.size();
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void noteTokens(String url, String sent) {
        if (sent.toLowerCase(Locale.ROOT).contains("authorization")) {
            tokensSent.add(url);
        }
    }

    private void type(String editor, String text) {
        editor(editor).click();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().insertText(text);
    }

    private Locator editor(String label) {
        return page.locator("section[aria-label='" + label + "'] .CodeMirror").first();
    }

    private Locator answerPane() {
        return page.locator("section[aria-label='Result Window']");
    }

    private static String json(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new AssertionError("no JSON in the answer pane", damaged);
        }
    }
}
