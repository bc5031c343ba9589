package cn.onenetwork.progress.kafka;

import cn.onenetwork.progress.Wakening;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;

/// Wakes the feeds of this pod for whatever arrives at the topic. The content does not matter here: what is delivered
/// is read from the journal.
@ApplicationScoped
class Hearing {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final Broker broker;
    private final Wakening feeds;
    private final Loop loop = new Loop("journal-hearing", this::work);

    Hearing(Broker broker, Wakening feeds) {
        this.broker = broker;
        this.feeds = feeds;
    }

    void start(@Observes StartupEvent event) {
        if (broker.isWanted()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void work() {
        try (Consumer<String, byte[]> consumer = broker.consumer()) {
            consumer.subscribe(List.of(broker.topic()), new FromHere(consumer));
            while (loop.isWanted()) {
                hear(consumer);
            }
        }
    }

    private void hear(Consumer<String, byte[]> consumer) {
        try {
            cases(consumer.poll(A_WHILE)).forEach(feeds::wake);
        } catch (InvalidOffsetException forgotten) {
            fromHere(consumer, forgotten.partitions());
        }
    }

    private static Set<UUID> cases(ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> UUID.fromString(record.key()))
                .collect(Collectors.toSet());
    }

    /// First makes sure that whatever comes from now on is heard, then has everyone look for what came before.
    private void fromHere(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        feeds.wakeAll();
    }

    private final class FromHere implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        FromHere(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            fromHere(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Nothing was remembered of them.
        }
    }
}
