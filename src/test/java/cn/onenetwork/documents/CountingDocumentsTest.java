package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// How many documents wait, and for how long.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountingDocumentsTest {

    @Inject
    CountingDocuments counting;

    @Inject
    Clock clock;

    @AfterEach
    void nothingWaits() {
        var _ = DatabaseState.execute("delete from document where state in ('UPLOADING', 'CHECKING')");
    }

    @Test
    void what_waits_is_counted_with_the_age_of_the_first() {
        nothingWaits();
        assertThat(counted()).isEqualTo(new CountingDocuments.Waiting(0, 0, 0));

        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);
        String first = Filing.document("enterprise-legal", id, "ht-land-planning-m05", "application/pdf");
        String second = Filing.document("enterprise-legal", id, "ht-land-planning-m05", "application/pdf");
        set(first, "UPLOADING", "null");
        set(second, "CHECKING", "timestamptz '" + clock.instant().minus(Duration.ofMinutes(20)) + "'");

        CountingDocuments.Waiting now = counted();
        assertThat(now.uploads()).isEqualTo(1);
        assertThat(now.checks()).isEqualTo(1);
        assertThat(now.oldestSeconds()).isCloseTo(1_200, within(60.0));
    }

    private static void set(String id, String state, String arrived) {
        var _ = DatabaseState.execute(
                "update document set state = '" + state + "', arrived_at = " + arrived + " where id = '" + id + "'");
    }

    private CountingDocuments.Waiting counted() {
        counting.count().await().atMost(Duration.ofSeconds(20));
        return counting.last();
    }
}
