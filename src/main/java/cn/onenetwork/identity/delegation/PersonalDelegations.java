package cn.onenetwork.identity.delegation;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.PersonalDataHolder;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/// Who acts for a person, and for whom the person acts. Of the other side only the name, as it is kept.
@ApplicationScoped
class PersonalDelegations implements PersonalDataHolder {

    private static final String DELEGATIONS = """
            select cast(jsonb_build_object('id', d.id, 'principalName', d.principal_name, 'agentName', d.agent_name,
                'role', d.role, 'items', d.items, 'actions', d.actions, 'validFrom', d.valid_from, 'validTo', d.valid_to,
                'status', d.status, 'createdAt', d.created_at, 'acceptedAt', d.accepted_at, 'endedAt', d.ended_at) as text)
            from delegation d where d.principal = any(cast(:owners as text[])) or d.agent = :person order by d.id
            """;

    @Override
    public String section() {
        return "delegations";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELEGATIONS, String.class)
                        .setParameter("owners", subject.owners().toArray(String[]::new))
                        .setParameter("person", subject.id())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> JSON.createReader(new StringReader(row)).readObject())
                        .toList());
    }
}
