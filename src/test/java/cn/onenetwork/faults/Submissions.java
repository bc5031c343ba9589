package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/// Many cases that several phones file side by side, each with an idempotency key, until each of them was
/// acknowledged; whatever breaks meanwhile.
final class Submissions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String run = UUID.randomUUID().toString();
    private volatile int many;
    private final Way way;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Filed> acknowledged = new ConcurrentHashMap<>();
    private final List<Future<?>> phones = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What was said when a case was filed.
    record Filed(String id, String caseNo) {}

    /// How a request is sent.
    interface Way {
        JsonNode send(Phone phone, String operation, Map<String, ?> variables) throws IOException;
    }

    private Submissions(int many, Way way) {
        this.many = many;
        this.way = way;
    }

    static Submissions begin(List<Phone> phones, int many) {
        return begin(phones, many, Phone::insist);
    }

    static Submissions begin(List<Phone> phones, int many, Way way) {
        Submissions submissions = new Submissions(many, way);
        phones.forEach(phone -> submissions.phones.add(submissions.threads.submit(() -> submissions.file(phone))));
        return submissions;
    }

    /// As many as come together until [#end].
    static Submissions endless(List<Phone> phones, Way way) {
        return begin(phones, Integer.MAX_VALUE, way);
    }

    /// Begins no more; waits until those that were begun are acknowledged.
    Map<Integer, Filed> end() {
        many = 0;
        for (Future<?> phone : phones) {
            Awaitility.await().atMost(PATIENCE).until(phone::isDone);
        }
        failIfOneFailed();
        threads.close();
        return soFar();
    }

    private Void file(Phone phone) throws IOException {
        for (int number = next.getAndIncrement(); number < many; number = next.getAndIncrement()) {
            acknowledged.put(number, file(phone, number));
        }
        return null;
    }

    private Filed file(Phone phone, int number) throws IOException {
        JsonNode draft = done(
                way.send(phone, "DraftSave", Draft.input(run + "-" + number, ItemFixture.POLICY_CLAIM)),
                "caseDraftSave");
        JsonNode filed = done(
                way.send(
                        phone,
                        "DraftSubmit",
                        Map.of("input", Map.of("idempotencyKey", run + "-" + number, "id", id(draft)))),
                "caseSubmit");
        assertThat(id(filed)).isEqualTo(id(draft));
        return new Filed(id(filed), filed.path("caseNo").asText());
    }

    private static String id(JsonNode one) {
        return one.path("id").asText();
    }

    private static JsonNode done(JsonNode answer, String mutation) {
        JsonNode payload = answer.path("data").path(mutation);
        assertThat(payload.path("serviceCase").isObject()).as("%s", answer).isTrue();
        return payload.path("serviceCase");
    }

    /// Waits until so many were acknowledged.
    void await(int count) {
        await(() -> acknowledged.size() >= count);
    }

    /// Waits for something that comes of them, unless one fails before.
    void await(BooleanSupplier something) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            failIfOneFailed();
            return something.getAsBoolean();
        });
    }

    /// What was acknowledged until now.
    Map<Integer, Filed> soFar() {
        return Map.copyOf(acknowledged);
    }

    /// Waits until all were acknowledged.
    Map<Integer, Filed> all() {
        await(many);
        return soFar();
    }

    private void failIfOneFailed() {
        for (Future<?> phone : phones) {
            try {
                phone.get(0, TimeUnit.SECONDS);
            } catch (TimeoutException stillAtIt) {
                // As it should be.
            } catch (ExecutionException failed) {
                throw new AssertionError("a phone failed", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What each phone of this run called its requests.
    String run() {
        return run;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
