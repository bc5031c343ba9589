package cn.onenetwork.privacy.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.FreeText;
import cn.onenetwork.platform.IdempotencyKeys.Key;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.privacy.Consent;
import cn.onenetwork.privacy.Consenting;
import cn.onenetwork.privacy.PrivacyNotice;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/// Notices and consents.
@GraphQLApi
public class ConsentApi {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]{1,20}");

    private final Consenting consenting;
    private final Callers callers;

    ConsentApi(Consenting consenting, Callers callers) {
        this.consenting = consenting;
        this.callers = callers;
    }

    @Query
    @Description("What people are told before their data are processed: today's notice, or the one of a version; null"
            + " where there is no such version. 个人信息处理告知书。 Needs no login.")
    public Uni<@Nullable PrivacyNotice> privacyNotice(
            @Name("version") @Description("Today's where it is left out. 版本。") @Nullable String version) {
        return consenting.notice(version, callers.current().locale());
    }

    @Query
    @Description("Where the viewer's consents stand, one for each purpose. 我的同意。 Requires CITIZEN.")
    public Uni<List<@NonNull Consent>> myConsents() {
        return consenting.mine(callers.current());
    }

    @Mutation
    @Description("Consents to one use of one's own data. Nothing that the law grants depends on it. 同意个人信息处理。"
            + " Requires CITIZEN.")
    public Uni<ConsentGivePayload> consentGive(
            @NonNull @Name("input") @Description("What is consented to. 同意内容。") ConsentGiveInput input) {
        Caller caller = callers.current().require(Role.CITIZEN);
        Key key = Key.of(caller.id(), "consentGive", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                consenting
                        .give(caller, input.purpose(), input.noticeVersion(), key)
                        .map(consent -> new ConsentGivePayload(consent, List.of())),
                caller.locale(),
                errors -> new ConsentGivePayload(null, errors));
    }

    @Mutation
    @Description("Withdraws a consent; what was done until then stays lawful. Where there is none, nothing is changed."
            + " 撤回同意。 Requires CITIZEN.")
    public Uni<ConsentWithdrawPayload> consentWithdraw(
            @NonNull @Name("input") @Description("Which one. 撤回内容。") ConsentWithdrawInput input) {
        Caller caller = callers.current().require(Role.CITIZEN);
        Key key = Key.of(caller.id(), "consentWithdraw", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                consenting
                        .withdraw(caller, input.purpose(), key)
                        .map(consent -> new ConsentWithdrawPayload(consent, List.of())),
                caller.locale(),
                errors -> new ConsentWithdrawPayload(null, errors));
    }

    @Mutation
    @Description(
            "Publishes a new version of the notice. Consents that were given under older ones stay, and are told as"
                    + " outdated from its first day on. 发布个人信息处理告知书。 Requires ADMIN.")
    public Uni<PrivacyNoticePublishPayload> privacyNoticePublish(
            @NonNull @Name("input") @Description("The notice. 告知书。") PrivacyNoticePublishInput input) {
        Caller caller = callers.current().require(Role.ADMIN);
        if (!VERSION.matcher(input.version()).matches()) {
            throw Refusal.badInput("version", caller.locale());
        }
        Key key = Key.of(caller.id(), "privacyNoticePublish", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                consenting
                        .publish(
                                caller,
                                input.version(),
                                input.validFrom(),
                                FreeText.required(input.text(), caller.locale()),
                                FreeText.required(input.english(), caller.locale()),
                                key)
                        .map(notice -> new PrivacyNoticePublishPayload(notice, List.of())),
                caller.locale(),
                errors -> new PrivacyNoticePublishPayload(null, errors));
    }
}
