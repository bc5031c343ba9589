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

/// What a person consented to, and until when.
@ApplicationScoped
class PersonalConsents implements PersonalDataHolder {

    private static final String CONSENTS = """
            select cast(jsonb_build_object('purpose', purpose, 'noticeVersion', notice_version, 'givenAt', given_at,
                'withdrawnAt', withdrawn_at) as text) from consent where person = :person order by id
            """;

    @Override
    public String section() {
        return "consents";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONSENTS, String.class)
                        .setParameter("person", subject.id())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> JSON.createReader(new StringReader(row)).readObject())
                        .toList());
    }
}
