package cn.onenetwork.edge;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;

/// Puts a gate with other limits in the place of the service's, until the test ends. Its budgets are full.
@Dependent
class Gates {

    private final EdgeConfig usual;
    private final Documents documents;
    private final Pricing pricing;
    private final Clock clock;

    Gates(EdgeConfig usual, Documents documents, Pricing pricing, Clock clock) {
        this.usual = usual;
        this.documents = documents;
        this.pricing = pricing;
        this.clock = clock;
    }

    /// The limits of the service, to be changed.
    Tuned limits() {
        return new Tuned(usual);
    }

    void install(Tuned limits) {
        Gate gate = new Gate(limits, new KnownDocuments(limits, clock), documents, pricing, new Budgets(limits, clock));
        QuarkusMock.installMockForType(gate, Gate.class);
    }
}
