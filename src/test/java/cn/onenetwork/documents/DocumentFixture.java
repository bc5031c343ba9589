package cn.onenetwork.documents;

import jakarta.enterprise.inject.spi.CDI;
import java.security.SecureRandom;
import java.util.UUID;

/// Documents for tests of other rooms: announced through the API, and then taken as if their bytes had come and
/// had passed the checks. How bytes come and are checked has tests of its own.
public final class DocumentFixture {

    private static final SecureRandom RANDOM = new SecureRandom();

    private DocumentFixture() {}

    /// The announced document is checked and fills its slot; each has content of its own.
    public static void ready(String id) {
        byte[] digest = new byte[32];
        RANDOM.nextBytes(digest);
        FilingDocuments filing = CDI.current().select(FilingDocuments.class).get();
        filing.arrived(UUID.fromString(id))
                .chain(() -> filing.passed(UUID.fromString(id), digest))
                .await()
                .indefinitely();
    }
}
