package cn.onenetwork.progress.kafka;

import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.cases.JournalPage;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.cases.JournalReading;
import cn.onenetwork.progress.ProgressConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Carries the journal to the topic, in its order, on a thread of its own; of all pods one does it at a time.
///
/// The place is moved on only after the brokers have confirmed: an event comes at least once, and twice where a
/// relay was lost in between.
@ApplicationScoped
class Relay {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UUID me = UUID.randomUUID();
    private final Broker broker;
    private final RelayPlace place;
    private final JournalReading journal;
    private final ProgressConfig.Kafka config;
    private final Loop loop = new Loop("journal-relay", this::work);

    /// How far this pod has carried it; null where it is not this pod's to carry.
    private @Nullable JournalPosition carried;

    private long renewAt;

    Relay(Broker broker, RelayPlace place, JournalReading journal, ProgressConfig config) {
        this.broker = broker;
        this.place = place;
        this.journal = journal;
        this.config = config.kafka();
    }

    void start(@Observes StartupEvent event) {
        if (broker.isWanted()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void work() throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = broker.producer()) {
            while (loop.isWanted()) {
                Thread.sleep(carry(producer));
            }
        } finally {
            carried = null;
            if (!loop.isWanted()) {
                var _ = now(place.leave(me));
            }
        }
    }

    /// Carries what is new, if that is this pod's to do; returns when to look again.
    private Duration carry(Producer<String, byte[]> producer) throws InterruptedException, ExecutionException {
        JournalPosition from = held();
        if (from == null) {
            return config.lease().dividedBy(3);
        }
        JournalPage page = now(journal.news(from, AT_ONCE));
        if (!page.news().isEmpty()) {
            send(producer, page.news());
            carried = now(place.move(me, page.reached())) ? page.reached() : null;
        }
        return page.more() ? Duration.ZERO : config.relayEvery();
    }

    private @Nullable JournalPosition held() {
        if (carried == null || System.nanoTime() - renewAt > 0) {
            long asked = System.nanoTime();
            Optional<JournalPosition> taken = now(place.take(me, config.lease()));
            carried = taken.orElse(null);
            renewAt = asked + config.lease().dividedBy(3).toNanos();
        }
        return carried;
    }

    /// The case is the key: its events stay in one partition and in their order.
    private void send(Producer<String, byte[]> producer, List<JournalNews> news)
            throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (JournalNews one : news) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    broker.topic(), one.event().caseId(), new CloudEvent(config.source(), one).bytes());
            record.headers().add("content-type", CloudEvent.MEDIA_TYPE.getBytes(StandardCharsets.UTF_8));
            sent.add(producer.send(record));
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            var _ = one.get();
        }
    }

    private static <T> T now(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }
}
