package cn.onenetwork.faults;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The time of a process whose clock was set: an agent that answers for the JDK whoever asks what time it is, in the
/// service and in every library. Only what the JDK itself does goes by the real time, above all its monotonic clock, by
/// which timers run, as they do on a machine whose clock is set.
///
/// It knows nothing but `java.base`, and is loaded by [SetClock].
public final class SteppedTime {

    private static final int LOOKS_EVERY_MILLIS = 100;
    private static final String HERE = "cn/onenetwork/faults/SteppedTime$";
    private static final Map<String, String> ASKED = Map.of(
            "java/lang/System", "OfSystem",
            "java/time/Instant", "OfInstant",
            "java/time/Clock", "OfClock",
            "java/time/ZonedDateTime", "OfZonedDateTime",
            "java/time/OffsetDateTime", "OfOffsetDateTime",
            "java/time/LocalDateTime", "OfLocalDateTime",
            "java/time/LocalDate", "OfLocalDate");

    private static volatile long ahead;

    private SteppedTime() {}

    /// @param file says how many seconds it is ahead
    public static void premain(String file, Instrumentation machine) {
        boolean _ = look(Path.of(file));
        Thread.ofPlatform().daemon().start(() -> {
            while (look(Path.of(file))) {
                try {
                    Thread.sleep(LOOKS_EVERY_MILLIS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        });
        machine.addTransformer(new Redirection());
    }

    private static boolean look(Path file) {
        try {
            ahead = 1_000 * Long.parseLong(Files.readString(file).strip());
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /// Leads all calls of a class elsewhere.
    private static final class Redirection implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> known,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            boolean ofTheJdk = loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
            return ofTheJdk || name == null || name.startsWith("cn/onenetwork/faults/")
                    ? null
                    : new ConstantPool(bytes).redirected(ASKED, HERE);
        }
    }

    private static final class Stepped extends Clock {

        private final ZoneId zone;

        Stepped(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plusMillis(ahead);
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Stepped(other);
        }
    }

    public static final class OfSystem {
        private OfSystem() {}

        public static long currentTimeMillis() {
            return System.currentTimeMillis() + ahead;
        }
    }

    public static final class OfClock {
        private OfClock() {}

        public static Clock systemUTC() {
            return new Stepped(ZoneOffset.UTC);
        }

        public static Clock systemDefaultZone() {
            return new Stepped(ZoneId.systemDefault());
        }

        public static Clock system(ZoneId zone) {
            return new Stepped(zone);
        }
    }

    public static final class OfInstant {
        private OfInstant() {}

        public static Instant now() {
            return OfClock.systemUTC().instant();
        }
    }

    public static final class OfZonedDateTime {
        private OfZonedDateTime() {}

        public static ZonedDateTime now() {
            return ZonedDateTime.now(OfClock.systemDefaultZone());
        }

        public static ZonedDateTime now(ZoneId zone) {
            return ZonedDateTime.now(OfClock.system(zone));
        }
    }

    public static final class OfOffsetDateTime {
        private OfOffsetDateTime() {}

        public static OffsetDateTime now() {
            return OffsetDateTime.now(OfClock.systemDefaultZone());
        }

        public static OffsetDateTime now(ZoneId zone) {
            return OffsetDateTime.now(OfClock.system(zone));
        }
    }

    public static final class OfLocalDateTime {
        private OfLocalDateTime() {}

        public static LocalDateTime now() {
            return LocalDateTime.now(OfClock.systemDefaultZone());
        }

        public static LocalDateTime now(ZoneId zone) {
            return LocalDateTime.now(OfClock.system(zone));
        }
    }

    public static final class OfLocalDate {
        private OfLocalDate() {}

        public static LocalDate now() {
            return LocalDate.now(OfClock.systemDefaultZone());
        }

        public static LocalDate now(ZoneId zone) {
            return LocalDate.now(OfClock.system(zone));
        }
    }
}
