package cn.onenetwork.privacy;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.PersonalDataHolder;
import cn.onenetwork.platform.PersonalFile;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Gathers all that every room keeps of a person: one JSON document, and the files beside it, in one archive.
@ApplicationScoped
class Exporting {

    private static final Logger LOG = Logger.getLogger(Exporting.class);

    static final String DOCUMENT = "personal-data.json";

    /// Names of files that could not be read, where there are any.
    static final String UNAVAILABLE = "unavailable.json";

    private static final String FORMAT = "cn.onenetwork.personal-data/1";

    private final List<PersonalDataHolder> holders;
    private final Clock clock;

    Exporting(@All List<PersonalDataHolder> holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    /// The archive, piece by piece. What it holds is gathered before the first piece; the bytes of files
    /// are read when their turn comes.
    Uni<Multi<Buffer>> archive(DataSubject subject) {
        return document(subject).chain(document -> files(subject).map(files -> packed(document, files)));
    }

    private Uni<JsonObject> document(DataSubject subject) {
        JsonObjectBuilder document = JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("exportedAt", clock.instant().toString())
                .add("person", subject.id());
        return Multi.createFrom()
                .iterable(holders)
                .onItem()
                .transformToUniAndConcatenate(holder -> holder.records(subject).invoke(records -> {
                    var _ = document.add(holder.section(), JSON.createArrayBuilder(records));
                }))
                .collect()
                .last()
                .map(_ -> document.build());
    }

    private Uni<List<PersonalFile>> files(DataSubject subject) {
        return Multi.createFrom()
                .iterable(holders)
                .onItem()
                .transformToUniAndConcatenate(holder -> holder.files(subject))
                .onItem()
                .<PersonalFile>disjoint()
                .collect()
                .asList();
    }

    private static Multi<Buffer> packed(JsonObject document, List<PersonalFile> files) {
        ZipStream zip = new ZipStream();
        List<Multi<Buffer>> parts = new ArrayList<>();
        parts.add(zip.file(DOCUMENT, Multi.createFrom().item(() -> Buffer.buffer(document.toString()))));
        List<String> lost = new ArrayList<>();
        files.forEach(file -> parts.add(zip.file(file.name(), content(file, lost))));
        parts.add(Multi.createFrom()
                .deferred(() -> lost.isEmpty() ? Multi.createFrom().empty() : told(zip, lost)));
        parts.add(zip.end());
        return Multi.createBy().concatenating().streams(parts);
    }

    /// A file that cannot be read keeps nobody from the others, and is told at the end.
    private static Multi<Buffer> content(PersonalFile file, List<String> lost) {
        return Multi.createFrom().deferred(() -> file.bytes().get()).onFailure().recoverWithMulti(failure -> {
            LOG.errorf("A file could not be exported: %s", failure.getClass().getName());
            lost.add(file.name());
            return Multi.createFrom().empty();
        });
    }

    private static Multi<Buffer> told(ZipStream zip, List<String> lost) {
        return zip.file(
                UNAVAILABLE,
                Multi.createFrom()
                        .item(Buffer.buffer(
                                JSON.createArrayBuilder(lost).build().toString())));
    }
}
