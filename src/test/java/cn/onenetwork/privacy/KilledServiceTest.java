package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service that is killed right after it answered has lost no read.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServiceTest {

    private static final int READS = 200;

    @TempDir
    static Path folder;

    @Test
    void every_answered_read_is_in_the_log_after_the_next_start() {
        Service.pack(folder.resolve("build.log"));
        String id;
        // It never writes rows itself: all is in its notes when it dies.
        try (Service service =
                Service.start(folder.resolve("one.log"), Map.of("one-network.privacy.access-log.every", "1h"))) {
            id = service.asked(() -> Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM));
            for (int i = 0; i < READS; i++) {
                assertThat(service.asked(() -> GraphQl.as("officer-hightech")
                                .ask("query($id: ID) { serviceCase(id: $id) { caseNo } }", Map.of("id", id))
                                .getString("data.serviceCase.caseNo")))
                        .isNotBlank();
            }
            service.kill();
        }
        String times = "select coalesce(sum(times), 0) from access_log where case_id = '" + id + "'";
        assertThat(DatabaseState.query(times)).isEqualTo("0");

        try (Service _ = Service.start(folder.resolve("next.log"), Map.of())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(DatabaseState.query(times)).isEqualTo("" + READS));
        }
    }
}
