package cn.onenetwork.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// The limits of the door. A client that stays within them never notices them. The README's table is made from here.
@ConfigMapping(prefix = "one-network.edge")
interface EdgeConfig {

    /// Largest body of a POST; above it 413. Files never travel through GraphQL.
    @WithDefault("1M")
    MemorySize maxBody();

    /// How long a query or a mutation may take, and a subscription until it is accepted; then UNAVAILABLE.
    @WithDefault("30S")
    Duration deadline();

    /// Whether the schema may be asked for its own description. The SDL stays at `/graphql/schema.graphql`.
    @WithDefault("true")
    boolean introspection();

    /// What a document may ask for; above it COST_EXCEEDED, before anything is resolved.
    DocumentLimits document();

    /// What a field costs; see [Pricing].
    Prices cost();

    /// How much may be asked for in a time; above it RATE_LIMITED, over HTTP 429.
    RateLimits rate();

    /// Fields that are asked with a secret.
    SecretFields secrets();

    /// Which documents are run at all.
    DocumentPolicy documents();

    /// How WebSockets are kept.
    SocketLimits socket();

    /// Counted with fragments written out, so that a fragment cannot hide what it costs.
    interface DocumentLimits {

        /// Fields inside one another. The introspection query of the usual clients needs 13.
        @WithDefault("16")
        int maxDepth();

        /// Renamed fields: the way to ask for one expensive field many times.
        @WithDefault("100")
        int maxAliases();

        /// Fields at the root of a query; each may take a connection to the database.
        @WithDefault("20")
        int maxQueryFields();

        /// Fields at the root of a mutation; they run one after the other.
        @WithDefault("10")
        int maxMutationFields();

        /// All fields of an operation.
        @WithDefault("2000")
        int maxFields();

        /// Words and signs of the text.
        @WithDefault("15000")
        int maxTokens();

        /// Points of one operation, its lists counted at the length that was asked for.
        @WithDefault("20000")
        int maxCost();
    }

    /// The exceptions from the price of a field. A name the schema does not have stops the start.
    interface Prices {

        /// Points of a field by its name, such as `Query.caseJournalVerify`.
        Map<String, Integer> weights();

        /// How long a list without `first` is taken to be, by the name of its field.
        Map<String, Integer> sizes();

        /// How long a list is taken to be that is not named and has no `first`.
        @WithDefault("10")
        int assumedSize();
    }

    /// Buckets of points that fill again evenly. They are those of one pod.
    interface RateLimits {

        /// Points of one person in a period, and at once.
        @WithDefault("100000")
        int perPerson();

        /// Points of one address where nobody is logged in; whole neighbourhoods share one.
        @WithDefault("600000")
        int perAddress();

        /// In which time an empty bucket fills.
        @WithDefault("1M")
        Duration period();

        /// How many persons, and how many addresses, are remembered at once.
        @WithDefault("100000")
        int maxAskers();
    }

    /// Fields whose arguments hold a secret that somebody may want to guess.
    interface SecretFields {

        /// Their names. They are not answered by GET, because the secret would stand in addresses and logs. A name that
        /// the schema does not have stops the start.
        Set<String> fields();

        /// How often one person, or one address where nobody is logged in, may ask for one of them in the time below,
        /// and at once. Counted by this pod.
        @WithDefault("20")
        int perAsker();

        /// The time in which as many are given again.
        @WithDefault("1M")
        Duration within();
    }

    /// Trusted documents and persisted ones.
    interface DocumentPolicy {

        /// `any`: every document. `persisted`: documents by their hash, registered by whoever sends both first.
        /// `trusted`: only those of the manifests.
        @WithDefault("any")
        Accepted accept();

        /// Where the manifests lie: a folder with `builds.json`, as `classpath:folder` or as a path of the file
        /// system.
        @WithDefault("classpath:trusted-documents")
        String source();

        /// Documents that are remembered by their hash beside the trusted ones; 0 for none.
        @WithDefault("1000")
        int maxRegistered();

        /// How long anybody may keep the answer to a GET by hash that nobody is logged in for; 0S for not at all.
        @WithDefault("60S")
        Duration cacheFor();
    }

    /// Which documents are run.
    enum Accepted {
        /// Every document within the limits.
        ANY,
        /// Trusted ones, and others that come by their hash.
        PERSISTED,
        /// Those of the manifests only.
        TRUSTED
    }

    /// Limits of `graphql-transport-ws`.
    interface SocketLimits {

        /// How long a socket may stay without `connection_ack`; then 4408.
        @WithDefault("3S")
        Duration initTimeout();

        /// Operations that run at once on one socket; one more is answered with RATE_LIMITED.
        @WithDefault("50")
        int maxOperations();

        /// Sockets of one person on this pod, or of one address where nobody is logged in; one more is closed
        /// with 1013.
        @WithDefault("50")
        int maxPerPerson();

        /// Largest message of a client; above it 1009. `quarkus.http.websocket-server.max-message-size` must be
        /// larger.
        @WithDefault("1M")
        MemorySize maxMessage();

        /// How long before its token expires a socket is closed with 4403, for the client to come back with a
        /// new one.
        @WithDefault("5S")
        Duration tokenMargin();

        /// How often a ping asks whether the client is still there; without an answer until the next the socket
        /// is closed. A client that reads nothing for so long counts as gone.
        @WithDefault("25S")
        Duration keepAlive();
    }
}
