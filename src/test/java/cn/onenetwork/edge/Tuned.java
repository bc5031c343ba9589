package cn.onenetwork.edge;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.Set;

/// The configuration of the service with a few limits brought nearer.
final class Tuned
        implements EdgeConfig,
                EdgeConfig.SocketLimits,
                EdgeConfig.RateLimits,
                EdgeConfig.SecretFields,
                EdgeConfig.DocumentPolicy,
                EdgeConfig.DocumentLimits {

    private final EdgeConfig usual;
    Duration deadline;
    boolean introspection;
    int maxOperations;
    Duration keepAlive;
    int perPerson;
    int perAddress;
    int maxCost;
    Accepted accept;
    String source;
    int maxRegistered;
    int perAsker;

    Tuned(EdgeConfig usual) {
        this.usual = usual;
        this.deadline = usual.deadline();
        this.introspection = usual.introspection();
        this.maxOperations = usual.socket().maxOperations();
        this.keepAlive = usual.socket().keepAlive();
        this.perPerson = usual.rate().perPerson();
        this.perAddress = usual.rate().perAddress();
        this.maxCost = usual.document().maxCost();
        this.accept = usual.documents().accept();
        this.source = usual.documents().source();
        this.maxRegistered = usual.documents().maxRegistered();
        this.perAsker = usual.secrets().perAsker();
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public boolean introspection() {
        return introspection;
    }

    @Override
    public int maxOperations() {
        return maxOperations;
    }

    @Override
    public Duration keepAlive() {
        return keepAlive;
    }

    @Override
    public SocketLimits socket() {
        return this;
    }

    @Override
    public MemorySize maxBody() {
        return usual.maxBody();
    }

    @Override
    public DocumentLimits document() {
        return this;
    }

    @Override
    public Prices cost() {
        return usual.cost();
    }

    @Override
    public RateLimits rate() {
        return this;
    }

    @Override
    public DocumentPolicy documents() {
        return this;
    }

    @Override
    public int perPerson() {
        return perPerson;
    }

    @Override
    public int perAddress() {
        return perAddress;
    }

    @Override
    public Duration period() {
        return usual.rate().period();
    }

    @Override
    public int maxCost() {
        return maxCost;
    }

    @Override
    public Accepted accept() {
        return accept;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public int maxRegistered() {
        return maxRegistered;
    }

    @Override
    public int maxAskers() {
        return usual.rate().maxAskers();
    }

    @Override
    public Duration cacheFor() {
        return usual.documents().cacheFor();
    }

    @Override
    public SecretFields secrets() {
        return this;
    }

    @Override
    public Set<String> fields() {
        return usual.secrets().fields();
    }

    @Override
    public int perAsker() {
        return perAsker;
    }

    @Override
    public Duration within() {
        return usual.secrets().within();
    }

    @Override
    public int maxDepth() {
        return usual.document().maxDepth();
    }

    @Override
    public int maxAliases() {
        return usual.document().maxAliases();
    }

    @Override
    public int maxQueryFields() {
        return usual.document().maxQueryFields();
    }

    @Override
    public int maxMutationFields() {
        return usual.document().maxMutationFields();
    }

    @Override
    public int maxFields() {
        return usual.document().maxFields();
    }

    @Override
    public int maxTokens() {
        return usual.document().maxTokens();
    }

    @Override
    public Duration initTimeout() {
        return usual.socket().initTimeout();
    }

    @Override
    public int maxPerPerson() {
        return usual.socket().maxPerPerson();
    }

    @Override
    public MemorySize maxMessage() {
        return usual.socket().maxMessage();
    }

    @Override
    public Duration tokenMargin() {
        return usual.socket().tokenMargin();
    }
}
