package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {

    private static final Map<String, String> NO_ENVIRONMENT = Map.of();

    private FakeMachine machine;

    @BeforeEach
    void machine(@TempDir Path folder) throws IOException {
        machine = new FakeMachine(folder.toRealPath());
    }

    @Test
    void a_JDK_17_in_JAVA_HOME_is_passed_over_for_the_25_of_the_install_folders() {
        var old = machine.jdk("old", "17.0.15");
        var recent = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertChoice(machine.run(Map.of("JAVA_HOME", old.toString())), recent);
    }

    @Test
    void JAVA_HOME_wins_over_the_PATH_and_the_PATH_over_the_install_folders() {
        var named = machine.jdk("named", "27");
        var onPath = machine.jdk("on path", "26.0.1");
        var _ = machine.jdk("jdks/usual", "25.0.3");
        machine.onPath("java", onPath.resolve("bin/java"));
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertChoice(machine.run(Map.of("JAVA_HOME", named.toString())), named);
        assertChoice(machine.run(NO_ENVIRONMENT), onPath);
    }

    @Test
    void a_java_on_the_PATH_that_is_no_JDK_25_is_passed_over() throws IOException {
        var runtime = machine.jdk("runtime", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        machine.onPath("java", runtime.resolve("bin/java"));
        var jdk = machine.jdk("jdks/a b", "25.0.3");
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertChoice(machine.run(NO_ENVIRONMENT), jdk);
    }

    @Test
    void a_stand_in_for_java_on_the_PATH_is_asked_where_it_leads() {
        var jdk = machine.jdkWithoutReleaseFile("managed", "25.0.1");
        var standIn = machine.folder("shims/bin/java");
        FakeMachine.script(standIn, "#!/bin/sh\nexec '" + jdk.resolve("bin/java") + "' \"$@\"\n");
        machine.onPath("java", standIn);
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertChoice(machine.run(NO_ENVIRONMENT), jdk);
    }

    @ParameterizedTest
    @CsvSource({
        "24.0.2, 25.0.3, 26.0.1, second",
        "26.0.1, 27, 25-ea, third",
        "1.8.0_412, 26.0.1, 27, third",
        "27, 26.0.1, 21.0.9, first"
    })
    void of_the_install_folders_25_itself_wins_or_else_the_newest(String a, String b, String c, String chosen) {
        var _ = machine.jdk("jdks/first", a);
        var _ = machine.jdk("jdks/second", b);
        var _ = machine.jdk("jdks/third", c);
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertChoice(machine.run(NO_ENVIRONMENT), machine.folder("jdks/" + chosen));
    }

    @Test
    void without_a_JDK_it_says_so_in_one_line() {
        var _ = machine.jdk("jdks/old", "21.0.9");
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));

        assertRefusal(
                machine.run(NO_ENVIRONMENT), "mvnw: found no JDK 25 or newer: install one or set JAVA_HOME to it");
    }

    @Test
    void without_any_Maven_it_says_so_in_one_line() {
        var _ = machine.jdk("jdks/recent", "25.0.3");

        assertRefusal(
                machine.run(NO_ENVIRONMENT),
                "mvnw: found no Maven: put any mvn (3.8 or newer) on the PATH or set MAVEN_HOME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.9.0", "3.10.1", "4.0.0-rc-5"})
    void a_recent_Maven_of_the_machine_is_used_and_nothing_fetched(String version) {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.mavenThatFetches("old", "3.8.7").resolve("bin/mvn"));
        var home = machine.maven("recent maven", version);

        var run = machine.run(Map.of("MAVEN_HOME", home.toString()), "verify");

        assertThat(run.told("maven")).contains(home.resolve("bin/mvn").toString());
        assertThat(run.err()).isEmpty();
        assertThat(machine.fetchArguments()).isEmpty();
    }

    @Test
    void an_old_Maven_fetches_the_pinned_one_once() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.mavenThatFetches("old", "3.8.7").resolve("bin/mvn"));

        var first = machine.run(NO_ENVIRONMENT, "verify");
        var fetch = machine.fetchArguments();
        var second = machine.run(NO_ENVIRONMENT, "verify");

        assertThat(fetch).contains("-Dartifact=org.apache.maven:apache-maven:" + machine.pinnedMaven() + ":zip:bin");
        assertThat(fetch).noneMatch("verify"::equals);
        assertThat(first.err()).singleElement().asString().contains("fetching it once");
        assertThat(first.told("maven")).contains(pinnedHome().resolve("bin/mvn").toString());
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(machine.fetchArguments()).isEqualTo(fetch);
    }

    @Test
    void the_fetch_keeps_to_the_settings_and_the_repository_of_the_call() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.mavenThatFetches("old", "3.8.7").resolve("bin/mvn"));

        var run = machine.runIn(aProject(), "-s", "my settings.xml", "-Dmaven.repo.local=repo", "-Dquick", "verify");

        assertThat(machine.fetchArguments())
                .containsSubsequence("-s", aProject().resolve("my settings.xml").toString())
                .contains("-Dmaven.repo.local=" + aProject().resolve("repo"))
                .doesNotContain("-Dquick", "verify");
        assertThat(run.told("arg"))
                .containsExactly("-s", "my settings.xml", "-Dmaven.repo.local=repo", "-Dquick", "verify");
    }

    @Test
    void a_failed_fetch_is_told_in_one_line_and_leaves_nothing() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        var failing = "#!/bin/sh\necho '[ERROR] no such artifact -> [Help 1]'\necho '[ERROR] see the log'\nexit 1\n";
        machine.onPath("mvn", machine.mavenThat("old", "3.8.7", failing).resolve("bin/mvn"));

        var run = machine.run(NO_ENVIRONMENT, "verify");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(2);
        assertThat(run.err().getLast())
                .endsWith("could not fetch Maven " + machine.pinnedMaven() + ": no such artifact");
        assertThat(pinnedHome().getParent()).isEmptyDirectory();
    }

    @Test
    void without_a_place_for_the_fetched_Maven_it_says_so_in_one_line() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.mavenThatFetches("old", "3.8.7").resolve("bin/mvn"));
        FakeMachine.write(machine.folder("a file"), "");

        assertRefusal(
                machine.run(Map.of("HOME", "")),
                "mvnw: no place to keep Maven " + machine.pinnedMaven() + ": set HOME or XDG_CACHE_HOME");
        assertThat(machine.run(Map.of("XDG_CACHE_HOME", machine.folder("a file").toString()))
                        .err())
                .singleElement()
                .asString()
                .startsWith("mvnw: cannot write to " + machine.folder("a file"));
    }

    @Test
    void first_runs_side_by_side_do_not_spoil_the_fetched_Maven() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.mavenThatFetches("old", "3.8.7").resolve("bin/mvn"));

        var started = List.of("a", "b", "c").stream()
                .map(goal -> machine.start(aProject(), NO_ENVIRONMENT, goal))
                .toList();
        var runs = started.stream().map(machine::finish).toList();

        assertThat(runs).extracting(FakeMachine.Run::exit).containsOnly(0);
        assertThat(runs).flatExtracting(run -> run.told("arg")).containsExactly("a", "b", "c");
        assertThat(pinnedHome().getParent()).isDirectoryNotContaining(path -> !path.equals(pinnedHome()));
        assertThat(pinnedHome().toFile().list()).containsExactly("bin");
    }

    @Test
    void arguments_arrive_as_they_were_given() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));
        var arguments = new String[] {"-Da=two words", "-Db='quoted \"twice\"'", "", "*", "$HOME", "-q", "\\n"};

        assertThat(machine.run(NO_ENVIRONMENT, arguments).told("arg")).containsExactly(arguments);
    }

    @Test
    void it_works_on_its_own_project_unless_called_from_another() {
        var _ = machine.jdk("jdks/recent", "25.0.3");
        machine.onPath("mvn", machine.maven("maven", "3.9.9").resolve("bin/mvn"));
        var elsewhere = aProject();

        assertThat(machine.run(NO_ENVIRONMENT, "verify").told("maven"))
                .contains("folder=" + Path.of("").toAbsolutePath());
        assertThat(machine.runIn(elsewhere, "verify").told("maven")).contains("folder=" + elsewhere);
        assertThat(machine.run(NO_ENVIRONMENT, "-f", "project", "verify").told("maven"))
                .contains("folder=" + machine.folder("bin").getParent());
    }

    @Test
    void it_names_no_repository() throws IOException {
        assertThat(Files.readString(Path.of("mvnw"))).doesNotContain("http", "ftp:");
    }

    private Path pinnedHome() {
        return machine.folder("home/.cache/one-network/maven/apache-maven-" + machine.pinnedMaven());
    }

    private Path aProject() {
        FakeMachine.write(machine.folder("a project/pom.xml"), "<project/>");
        return machine.folder("a project");
    }

    private static void assertChoice(FakeMachine.Run run, Path jdk) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.told("maven")).contains("java=" + jdk);
    }

    private static void assertRefusal(FakeMachine.Run run, String message) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsExactly(message);
    }
}
