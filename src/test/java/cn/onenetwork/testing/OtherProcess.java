package cn.onenetwork.testing;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// What a service in a process of its own has to be told to work on the database and with the issuer of the tests.
public final class OtherProcess {

    /// Of nobody's documents.
    private static final String TICKET_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private OtherProcess() {}

    /// All settings that it would not start without.
    ///
    /// @param documents where it keeps files
    public static Map<String, String> settings(Path documents) {
        Map<String, String> settings = new HashMap<>(EmbeddedServices.database().settings());
        settings.putAll(EmbeddedServices.issuer().settings());
        settings.put("one-network.documents.scanner", "none");
        settings.put("one-network.documents.storage.folder", documents.toString());
        settings.put("one-network.documents.download.ticket-key", TICKET_KEY);
        settings.put(
                "one-network.privacy.access-log.spool",
                documents.resolveSibling("access-log").toString());
        return settings;
    }
}
