package cn.onenetwork.edge;

import cn.onenetwork.edge.EdgeConfig.Accepted;
import cn.onenetwork.edge.Manifests.Build;
import cn.onenetwork.edge.Manifests.Trusted;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds the document of a request, and decides whether it may be run here.
///
/// Documents that a client registered are remembered by this pod alone, as many as are allowed. The handshake
/// expects a hash to be unknown at any time, so another pod, or this one later, only costs one more request.
@ApplicationScoped
class KnownDocuments {

    private static final Logger LOG = Logger.getLogger(KnownDocuments.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_REMEMBERED = 20_000;

    private final EdgeConfig.DocumentPolicy policy;
    private final Manifests manifests;
    private final Clock clock;
    private final Map<String, String> registered;

    KnownDocuments(EdgeConfig config, Clock clock) {
        this.policy = config.documents();
        this.manifests = Manifests.read(policy.source());
        this.clock = clock;
        this.registered = Collections.synchronizedMap(new Recent(policy.maxRegistered()));
    }

    /// Has read the manifests, once this returns.
    void open() {
        LOG.infof(
                "%d trusted documents, %s documents are run",
                manifests.documents().size(), policy.accept());
    }

    /// The text of the document that a request means.
    ///
    /// @param build of the app, as it says itself
    /// @throws Refusal BAD_USER_INPUT where hash and document differ; DOCUMENT_REFUSED where the document is not
    ///     run here, with `buildNeeded`; PERSISTED_QUERY_NOT_FOUND where it has to be sent;
    ///     PERSISTED_QUERY_NOT_SUPPORTED where sending its hash is no use
    String text(GraphQLRequest request, @Nullable String build, Locale locale) {
        String query = request.query();
        String hash = request.hash();
        if (policy.accept() == Accepted.ANY && hash == null) {
            return Objects.requireNonNull(query);
        }
        String id = query == null ? Objects.requireNonNull(hash) : DocumentHash.of(query);
        if (hash != null && !hash.equals(id)) {
            throw Refusal.badInput("hash", locale);
        }
        Trusted trusted = manifests.document(id);
        if (policy.accept() == Accepted.TRUSTED) {
            return served(trusted, query, build, locale);
        }
        if (trusted != null) {
            return trusted.body();
        }
        if (query != null && hash == null) {
            throw Refusal.of(Code.DOCUMENT_REFUSED, "hash", locale);
        }
        return query == null ? remembered(id, locale) : query;
    }

    private String remembered(String hash, Locale locale) {
        if (policy.maxRegistered() == 0) {
            throw Refusal.of(Code.PERSISTED_QUERY_NOT_SUPPORTED, locale);
        }
        String query = registered.get(hash);
        if (query == null) {
            throw Refusal.of(Code.PERSISTED_QUERY_NOT_FOUND, locale);
        }
        return query;
    }

    private String served(@Nullable Trusted trusted, @Nullable String query, @Nullable String build, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        Build sender = manifests.build(build);
        boolean sunset = sender != null && !sender.isServedOn(today)
                || trusted != null && trusted.builds().stream().noneMatch(known -> known.isServedOn(today));
        if (sunset) {
            throw naming(manifests.needed(today), Refusal.of(Code.DOCUMENT_REFUSED, "sunset", locale));
        }
        if (trusted == null) {
            throw naming(
                    manifests.needed(today),
                    query == null
                            ? Refusal.of(Code.PERSISTED_QUERY_NOT_SUPPORTED, locale)
                            : Refusal.of(Code.DOCUMENT_REFUSED, locale));
        }
        return trusted.body();
    }

    private static Refusal naming(@Nullable Build needed, Refusal refusal) {
        return needed == null ? refusal : refusal.with("buildNeeded", needed.name());
    }

    /// Remembers the document of a request that came with its hash. Call it only when the document has passed.
    void remember(GraphQLRequest request) {
        String query = request.query();
        String hash = request.hash();
        if (hash != null && query != null && query.length() <= LONGEST_REMEMBERED && policy.maxRegistered() > 0) {
            registered.put(hash, query);
        }
    }

    /// Forgets what was not asked for the longest.
    private static final class Recent extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, String> eldest) {
            return size() > most;
        }
    }
}
