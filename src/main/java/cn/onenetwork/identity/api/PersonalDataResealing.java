package cn.onenetwork.identity.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.crypto.Resealing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// The change of keys, for those who run the service. They see ids of keys and numbers of values, and no value.
@GraphQLApi
public class PersonalDataResealing {

    private final Resealing resealing;
    private final Callers callers;

    PersonalDataResealing(Resealing resealing, Callers callers) {
        this.resealing = resealing;
        this.callers = callers;
    }

    @Query
    @Description(
            "Which keys personal data are sealed with, and how far a change of keys is. 个人信息加密情况。 Requires" + " ADMIN.")
    public Uni<PersonalDataSeals> personalDataSeals() {
        callers.current().require(Role.ADMIN);
        return resealing.look().map(PersonalDataSeals::of);
    }

    @Mutation
    @Description(
            "Seals all personal data anew with the active key, in the background, while the service runs. To be called"
                    + " once every pod has the new key. 更换个人信息加密密钥。 Requires ADMIN.")
    public Uni<PersonalDataResealPayload> personalDataReseal(
            @NonNull @Name("input") @Description("Begins a change of keys. 更换密钥。") PersonalDataResealInput input) {
        Caller caller = callers.current().require(Role.ADMIN);
        IdempotencyKeys.Key key = IdempotencyKeys.Key.of(
                caller.id(), "personalDataReseal", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                resealing
                        .begin(key)
                        .map(seals -> new PersonalDataResealPayload(PersonalDataSeals.of(seals), List.of())),
                caller.locale(),
                errors -> new PersonalDataResealPayload(null, errors));
    }
}
