package cn.onenetwork.catalogue;

import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The tenants. For use inside a unit of work of the caller.
@ApplicationScoped
public class Tenants {

    private static final String ONE = "select cast(t.definition as text) from tenant t where t.id = :id";
    private static final String ALL = "select cast(t.definition as text) from tenant t order by t.region_code, t.id";

    private final LibraryJson json;

    Tenants(LibraryJson json) {
        this.json = json;
    }

    /// @throws Problem NOT_FOUND at `tenant` where there is no such tenant
    public Uni<Tenant> require(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(UserErrorCode.NOT_FOUND).at("tenant"))
                .map(json::importedTenant);
    }

    /// All tenants, the province first.
    public Uni<List<Tenant>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, String.class).getResultList())
                .map(definitions ->
                        definitions.stream().map(json::importedTenant).toList());
    }
}
