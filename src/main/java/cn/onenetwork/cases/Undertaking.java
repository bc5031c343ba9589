package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/// What the applicant signed instead of handing a material in.
///
/// @param dueOn last day for a deferred material; null before acceptance, and where nothing has to follow
public record Undertaking(Kind kind, @Nullable LocalDate dueOn) {

    /// What was signed.
    @Description("What the applicant signs instead of handing a material in. 承诺类型。")
    public enum Kind {
        @Description("It will be handed in later, within the promised limit of the item. 容缺受理承诺。")
        DEFERRED,
        @Description("It need not be handed in: the applicant vouches for what it would prove. 告知承诺。")
        COMMITTED
    }

    static Undertaking of(Kind kind) {
        return new Undertaking(kind, null);
    }

    Undertaking due(LocalDate day) {
        return new Undertaking(kind, day);
    }

    static Undertaking parse(JsonObject json) {
        String due = json.getString("dueOn", null);
        return new Undertaking(Kind.valueOf(json.getString("kind")), due == null ? null : LocalDate.parse(due));
    }

    JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("kind", kind.name());
        return (dueOn == null ? json : json.add("dueOn", dueOn.toString())).build();
    }
}
