package cn.onenetwork.testing;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// What a service in a process of its own has to be told to work on the database and with the issuer of the tests.
public final class OtherProcess {

    /// Of nobody's documents.
    private static final String TICKET_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final String CRYPTO = "one-network.crypto.";

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
        settings.putAll(crypto());
        return settings;
    }

    /// The keys of the tests themselves: both work on one database.
    private static Map<String, String> crypto() {
        Map<String, String> keys = new HashMap<>();
        for (String name : ConfigProvider.getConfig().getPropertyNames()) {
            if (name.startsWith(CRYPTO)) {
                keys.put(name, ConfigProvider.getConfig().getValue(name, String.class));
            }
        }
        return keys;
    }
}
