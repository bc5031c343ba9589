package cn.onenetwork.faults;

import cn.onenetwork.testing.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/// What the fault tests have in common.
final class Faults {

    private Faults() {}

    /// Whether there is time: `-Dfaults`.
    static boolean atLength() {
        return System.getProperty("faults") != null;
    }

    /// @param brief what every build has time for
    /// @param lengthy what there is time for with `-Dfaults`
    static int many(int brief, int lengthy) {
        return atLength() ? lengthy : brief;
    }

    /// A service on the durable database, with nothing in its way but the fault.
    static Service serve(Path log, DurableDatabase database, Map<String, String> more) {
        return Service.start(log, settings(database, more));
    }

    static Map<String, String> settings(DurableDatabase database, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(database.settings());
        // The phones are one person at one address.
        settings.put("one-network.edge.rate.per-person", "1000000000");
        settings.put("one-network.edge.rate.per-address", "1000000000");
        settings.putAll(more);
        return settings;
    }

    static List<Phone> phones(int count, IntSupplier port) {
        return Stream.generate(() -> new Phone("enterprise-legal", port))
                .limit(count)
                .toList();
    }
}
