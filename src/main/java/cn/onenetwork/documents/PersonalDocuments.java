package cn.onenetwork.documents;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.PersonalDataHolder;
import cn.onenetwork.platform.PersonalFile;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/// The documents of a person. The bytes of those that passed their checks come along as they were handed
/// in; the others are only told.
@ApplicationScoped
class PersonalDocuments implements PersonalDataHolder {

    private static final String FOLDER = "files/";
    private static final String DOCUMENTS = """
            select cast(jsonb_build_object('id', d.id, 'caseId', d.case_id, 'materialId', d.material_id,
                'fileName', d.file_name, 'mediaType', d.media_type, 'size', d.size, 'state', d.state,
                'sha256', encode(d.sha256, 'hex'), 'uploadedAt', d.created_at,
                'file', case when d.state = 'READY' then 'files/' || d.id || '/' || d.file_name end) as text)
            from document d where d.owner = any(cast(:owners as text[])) order by d.id
            """;
    private static final String READY = """
            select cast(d.id as text) || '/' || d.file_name, d.storage_key, d.size from document d
            where d.owner = any(cast(:owners as text[])) and d.state = 'READY' order by d.id
            """;

    private final Storage storage;

    PersonalDocuments(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String section() {
        return "documents";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DOCUMENTS, String.class)
                        .setParameter("owners", subject.owners().toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> JSON.createReader(new StringReader(row)).readObject())
                        .toList());
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<PersonalFile>> files(DataSubject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READY, Object[].class)
                        .setParameter("owners", subject.owners().toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> file((String) row[0], (String) row[1], ((Number) row[2]).longValue()))
                        .toList());
    }

    private PersonalFile file(String name, String storageKey, long size) {
        return new PersonalFile(FOLDER + name, () -> storage.read(storageKey, 0, size));
    }
}
