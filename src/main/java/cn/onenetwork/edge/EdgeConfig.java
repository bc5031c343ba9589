package cn.onenetwork.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The limits of the door. A client that stays within them never notices them.
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
