package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The service behind a proxy that it was told to trust, by the settings of Quarkus and by nothing else.
@QuarkusTest
@TestProfile(BehindProxyTest.Trusting.class)
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BehindProxyTest {

    /// A proxy on this machine may say who it asks for. Budgets are those of one question.
    public static final class Trusting implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "one-network.edge.document.max-cost", "12",
                    "one-network.edge.rate.per-address", "12",
                    "one-network.edge.rate.period", "1H");
        }
    }

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void everybody_behind_it_has_an_address_of_their_own() {
        assertThat(askFor("203.0.113.1").status()).isEqualTo(200);
        assertThat(askFor("203.0.113.1").status()).isEqualTo(429);
        assertThat(askFor("203.0.113.2").status()).isEqualTo(200);
        assertThat(askFor("2001:db8:1:2::1").status()).isEqualTo(200);
        assertThat(askFor("2001:db8:1:2::2").status()).isEqualTo(429);
    }

    private Reply askFor(String address) {
        return new Client(endpoint).ask("{ viewer { id kind } }", "X-Forwarded-For", address);
    }
}
