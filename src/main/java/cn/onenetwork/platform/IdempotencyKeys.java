package cn.onenetwork.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes a mutation safe to repeat.
///
/// The key is a row with the hash of the input, inserted first in the same unit of work: a twin that comes
/// while the first is in flight waits for it at the primary key, and then replays it. The row keeps the id of
/// the result, not its text, so that a replay renders whatever is selected now. A failed attempt rolls its row
/// back and may be retried.
///
/// Age goes by the time of the database: a pod whose clock jumped ahead would forget keys that are still being tried.
@ApplicationScoped
public class IdempotencyKeys {

    /// How long a key is remembered.
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final ObjectMapper PLAIN = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(JsonValue.class, new CanonicalJson()))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /// Does the work once per key, or replays its result. To be called first in a unit of work.
    ///
    /// @param resultId the id of the result, to find it again
    /// @param replay   reads the result of the first time by that id
    /// @throws Problem IDEMPOTENCY_CONFLICT where the key was used with other input
    public <T> Uni<T> once(
            Key key,
            Supplier<Uni<T>> work,
            Function<T, UUID> resultId,
            Function<? super UUID, Uni<? extends T>> replay) {
        byte[] hash = hash(key.input());
        return claim(key, hash)
                .chain(claimed -> claimed
                        ? work.get().call(result -> remember(key, resultId.apply(result)))
                        : first(key, hash).chain(replay));
    }

    private Uni<Boolean> claim(Key key, byte[] hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into idempotency_key (caller, operation, key, input_hash, result_id, created_at)
                                values (:caller, :operation, :key, :hash, :result, now()) on conflict do nothing
                                """)
                        .setParameter("result", key.result())
                        .setParameter("caller", key.caller())
                        .setParameter("operation", key.operation())
                        .setParameter("key", key.value())
                        .setParameter("hash", hash)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<UUID> first(Key key, byte[] hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select input_hash, result_id from idempotency_key
                                where caller = :caller and operation = :operation and key = :key
                                """, Object[].class)
                        .setParameter("caller", key.caller())
                        .setParameter("operation", key.operation())
                        .setParameter("key", key.value())
                        .getSingleResult())
                .map(row -> {
                    if (!Arrays.equals((byte[]) row[0], hash)) {
                        throw Problem.of(UserErrorCode.IDEMPOTENCY_CONFLICT).at("idempotencyKey");
                    }
                    return (UUID) row[1];
                });
    }

    private static Uni<Integer> remember(Key key, UUID result) {
        return result.equals(key.result())
                ? Uni.createFrom().item(0)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                update idempotency_key set result_id = :result
                                where caller = :caller and operation = :operation and key = :key
                                """)
                                .setParameter("result", result)
                                .setParameter("caller", key.caller())
                                .setParameter("operation", key.operation())
                                .setParameter("key", key.value())
                                .executeUpdate());
    }

    /// Forgets the keys that are older than [#KEPT]; returns how many.
    @UnitOfWork
    public Uni<Integer> forgetOld() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from idempotency_key where created_at < now() - make_interval(secs => :kept)")
                        .setParameter("kept", (double) KEPT.toSeconds())
                        .executeUpdate());
    }

    private static byte[] hash(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(input));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The same JSON value makes the same text, in whatever order its keys came.
    private static final class CanonicalJson extends JsonSerializer<JsonValue> {

        @Override
        public void serialize(JsonValue value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeObject(PLAIN.readValue(value.toString(), Object.class));
        }
    }

    /// Who repeats what: a key belongs to one caller and one operation.
    ///
    /// @param input  what must be the same when the key is used again
    /// @param result the id of the result, where it is known before
    public record Key(
            String caller,
            String operation,
            String value,
            Object input,
            @Nullable UUID result) {

        /// @throws Refusal BAD_USER_INPUT where the key is not 1 to 128 visible ASCII characters
        public static Key of(String caller, String operation, String value, Object input, Locale locale) {
            if (!SHAPE.matcher(value).matches()) {
                throw Refusal.badInput("idempotencyKey", locale);
            }
            return new Key(caller, operation, value, input, null);
        }

        /// The same, of a mutation that changes what has this id: then the row need not be written a second time.
        public Key on(UUID known) {
            return new Key(caller, operation, value, input, known);
        }
    }
}
