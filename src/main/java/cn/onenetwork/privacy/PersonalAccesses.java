package cn.onenetwork.privacy;

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

/// Who looked at the cases of a person, as `myAccessLog` tells it.
@ApplicationScoped
class PersonalAccesses implements PersonalDataHolder {

    private static final String ACCESSES = """
            select cast(jsonb_build_object('at', a.at, 'kind', a.kind, 'actorKind', a.actor_kind,
                'actorName', a.actor_name, 'tenant', a.tenant_id, 'department', a.department, 'purpose', a.purpose,
                'parts', a.parts, 'times', a.times, 'caseId', a.case_id, 'documentId', a.document_id) as text)
            from service_case c join access_log a on a.case_id = c.id
            where c.owner = any(cast(:owners as text[])) order by a.id
            """;

    @Override
    public String section() {
        return "accessLog";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ACCESSES, String.class)
                        .setParameter("owners", subject.owners().toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> JSON.createReader(new StringReader(row)).readObject())
                        .toList());
    }
}
