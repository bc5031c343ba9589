package cn.onenetwork.privacy;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.platform.DataSubject;
import cn.onenetwork.platform.PersonalDataHolder;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person wanted corrected.
@ApplicationScoped
class PersonalCorrections implements PersonalDataHolder {

    private final Corrections corrections;

    PersonalCorrections(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String section() {
        return "corrections";
    }

    @Override
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<JsonObject>> records(DataSubject subject) {
        return corrections
                .of(subject.owners())
                .map(all -> all.stream().map(PersonalCorrections::record).toList());
    }

    private static JsonObject record(Correction one) {
        return JSON.createObjectBuilder()
                .add("id", one.id())
                .add("caseId", one.caseId())
                .add("answers", one.answers())
                .add("reason", text(one.reason()))
                .add("state", one.state().name())
                .add("askedAt", one.askedAt().toString())
                .add("decidedAt", text(one.decidedAt()))
                .add("grounds", text(one.grounds()))
                .build();
    }

    private static JsonValue text(@Nullable Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
