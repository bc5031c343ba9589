package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.TestIssuer;
import cn.onenetwork.testing.TwoIssuers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An issuer changes its keys while people work.
@QuarkusTest
@TestProfile(TwoIssuers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyRotationTest {

    private static final TestIssuer PROVINCE = TwoIssuers.province();
    private static final String VIEWER = "{ viewer { id } }";

    @Test
    void no_request_fails_while_keys_are_changed_and_the_provider_is_asked_at_most_once_in_a_second()
            throws InterruptedException {
        int before = PROVINCE.readings();
        Instant begin = Instant.now();
        AtomicBoolean over = new AtomicBoolean();
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<Thread> clients = IntStream.range(0, 6)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    while (!over.get()) {
                        statuses.add(ask(PROVINCE.token(TwoIssuers.person("p-" + i, "L3"))));
                    }
                }))
                .toList();
        for (int i = 0; i < 3; i++) {
            Thread.sleep(Duration.ofMillis(700));
            PROVINCE.rotate();
        }
        Thread.sleep(Duration.ofSeconds(2));
        over.set(true);
        for (Thread client : clients) {
            client.join();
        }

        long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
        assertThat(statuses).hasSizeGreaterThan(20).containsOnly(200);
        assertThat(PROVINCE.readings() - before).isBetween(1, (int) seconds + 1);
    }

    @Test
    void garbage_keys_do_not_keep_a_new_key_out_nor_make_the_service_call_the_provider_each_time()
            throws InterruptedException {
        int before = PROVINCE.readings();
        Instant begin = Instant.now();
        List<Thread> attackers = IntStream.range(0, 20)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    int _ = ask(PROVINCE.sign(
                            PROVINCE.claims(TwoIssuers.person("p-1", "L4")),
                            AlgorithmIdentifiers.RSA_USING_SHA256,
                            PROVINCE.key().getPrivateKey(),
                            "garbage " + i));
                }))
                .toList();
        PROVINCE.rotate();

        assertThat(ask(PROVINCE.token(TwoIssuers.person("p-1", "L3")))).isEqualTo(200);
        for (Thread attacker : attackers) {
            attacker.join();
        }
        long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
        assertThat(PROVINCE.readings() - before).isLessThanOrEqualTo((int) seconds + 1);
    }

    private static int ask(String token) {
        return Door.graphql(VIEWER, "Bearer " + token).status();
    }
}
