package cn.onenetwork.remains;

import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// Looks through the database when the last test of a JVM is over, because it ends with the JVM, and writes down what
/// it found. [RemainsTest] judges that later: a listener cannot fail a run.
public final class AtTheEnd implements TestExecutionListener {

    static final String DATABASE = "database.tsv";

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        EmbeddedServices.runningFolder().ifPresent(AtTheEnd::writeDown);
    }

    private static void writeDown(Path running) {
        try {
            String lines = new DatabaseContent(PersonalNumbers.ofThePersonas())
                    .lines().stream().map(DatabaseContent.Line::written).collect(Collectors.joining("\n"));
            var _ = Files.writeString(Remains.folder().resolve(DATABASE), lines);
            var _ = Files.copy(
                    running.resolve("database.log"),
                    Remains.folder().resolve("database.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("what the tests have left behind could not be kept", failed);
        }
    }
}
