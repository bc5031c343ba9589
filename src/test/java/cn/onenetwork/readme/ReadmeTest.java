package cn.onenetwork.readme;

import static cn.onenetwork.cases.CaseEventKind.COMPLETED;
import static cn.onenetwork.cases.CaseEventKind.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.onenetwork.architecture.RoomMap;
import cn.onenetwork.cases.CaseLifecycle.Move;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClockEffect;
import cn.onenetwork.identity.Role;
import cn.onenetwork.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void the_readme_draws_what_the_code_says() throws IOException {
        String drawn = Markers.named("case-diagram").fill(Files.readString(README), CaseDiagram.current());

        GoldenFile.of(README, ReadmeTest.class).mustSay(Markers.named("rooms").fill(drawn, RoomMap.current()));
    }

    @Test
    void a_diagram_has_every_move_with_who_may_do_it() {
        Move received = new Move(
                CaseStatus.SUBMITTED,
                RECEIVED,
                CaseStatus.RECEIVED,
                Set.of(Role.SUPERVISOR, Role.OFFICER),
                ClockEffect.NONE);
        Move completed = new Move(CaseStatus.RECEIVED, COMPLETED, CaseStatus.COMPLETED, Set.of(), ClockEffect.STOPS);

        assertThat(CaseDiagram.of(List.of(received, completed))).isEqualTo("""
                stateDiagram-v2
                    state "SUBMITTED<br/>已提交待预审" as SUBMITTED
                    state "RECEIVED<br/>已收件(接件)" as RECEIVED
                    state "COMPLETED<br/>办结" as COMPLETED
                    SUBMITTED --> RECEIVED: RECEIVED (OFFICER, SUPERVISOR)
                    RECEIVED --> COMPLETED: COMPLETED (SYSTEM)
                    COMPLETED --> [*]""");
    }

    @Test
    void what_stands_around_the_markers_stays() {
        String page = "# Title\n<!-- rooms:begin -->\nold\n<!-- rooms:end -->\nThe rest\n";

        assertThat(Markers.named("rooms").fill(page, "flowchart"))
                .isEqualTo("# Title\n<!-- rooms:begin -->\n```mermaid\nflowchart\n```\n<!-- rooms:end -->\nThe rest\n");
    }

    @Test
    void a_page_without_its_markers_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Markers.named("rooms").fill("# Title\n<!-- rooms:begin -->\n", "flowchart"))
                .withMessageContaining("<!-- rooms:end -->");
    }
}
