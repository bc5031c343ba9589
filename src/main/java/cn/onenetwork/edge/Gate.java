package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import graphql.language.OperationDefinition;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/// What every operation passes before anything of it runs, over HTTP and on a socket: is its document run here,
/// is it one, how much does it ask for, and may this one ask for so much now.
@ApplicationScoped
class Gate {

    /// What it costs to be looked at, so that documents that are refused are no way around the rate.
    private static final int ENTRANCE = 10;

    private final int maxCost;
    private final KnownDocuments known;
    private final Documents documents;
    private final Pricing pricing;
    private final Budgets budgets;

    Gate(EdgeConfig config, KnownDocuments known, Documents documents, Pricing pricing, Budgets budgets) {
        this.maxCost = config.document().maxCost();
        this.known = known;
        this.documents = documents;
        this.pricing = pricing;
        this.budgets = budgets;
    }

    /// Reads the manifests and the prices now: a mistake in them is to stop the start, not the first request.
    void open(@Observes StartupEvent event) {
        known.open();
        pricing.check();
        budgets.open();
    }

    /// An operation that may run, if it is paid for.
    ///
    /// @param request with its document
    /// @param price   of one answer
    record Admitted(GraphQLRequest request, Documents.Chosen chosen, Price price, Asker asker) {

        OperationDefinition.Operation kind() {
            return chosen.operation().getOperation();
        }
    }

    /// Reads an operation.
    ///
    /// @throws Refusal         where its document is not run here, is above a limit or has no such operation, or
    ///     where the asker has nothing left
    /// @throws InvalidDocument where it is no document, or not one for this schema
    Admitted admit(GraphQLRequest request, Asker asker, Locale locale) {
        return EdgeMetrics.gated(() -> admitted(request, asker, locale));
    }

    private Admitted admitted(GraphQLRequest request, Asker asker, Locale locale) {
        budgets.pay(asker, ENTRANCE, locale);
        String text = known.text(request, asker.build(), locale);
        Documents.Chosen chosen = documents.operation(text, request.operationName(), locale);
        known.remember(request);
        Price price = pricing.of(chosen.document(), chosen.operation(), request.variables());
        if (price.asked() > maxCost) {
            throw Refusal.of(Code.COST_EXCEEDED, "cost", locale, price.asked(), maxCost)
                    .with("asked", price.asked())
                    .with("limit", maxCost);
        }
        return new Admitted(request.withQuery(text, chosen.operation().getName()), chosen, price, asker);
    }

    /// Takes what the operation may cost; what was paid for being looked at is part of it.
    ///
    /// @throws Refusal RATE_LIMITED where there is not so much, or where secrets were asked for too often
    Bill pay(Admitted admitted, Locale locale) {
        return EdgeMetrics.gated(() -> {
            budgets.payForSecrets(admitted.asker(), admitted.price().secrets(), locale);
            long _ = budgets.giveBack(admitted.asker(), ENTRANCE);
            budgets.pay(admitted.asker(), admitted.price().asked(), locale);
            return new Bill(admitted.price(), admitted.asker(), budgets);
        });
    }
}
