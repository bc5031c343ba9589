package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import java.util.Map;

/// Something happens on the service.
final class Traffic {

    private Traffic() {}

    /// A case is filed, watched and approved.
    static void aCaseThatIsWatched() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        try (Subscription watching =
                GraphQl.as("enterprise-legal").subscribeTo("CaseProgress", Map.of("id", id, "afterSequence", 0))) {
            assertThat(watching.next().getString("data.caseProgressed.kind")).isEqualTo("DRAFT_SAVED");
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            var _ = Filing.officer("officer-hightech", "caseAccept", id);
            var _ = Filing.officer("reviewer-hightech", "caseApprove", id);
        }
    }
}
