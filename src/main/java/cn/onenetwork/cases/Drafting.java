package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Begins a draft, or saves one again. A draft may be unfinished; it may not be for an item that is not in
/// force, or that does not serve this kind of applicant.
@ApplicationScoped
public class Drafting {

    private final Cases cases;
    private final ServiceItems items;
    private final Forms forms;
    private final CaseDesk desk;

    Drafting(Cases cases, ServiceItems items, Forms forms, CaseDesk desk) {
        this.cases = cases;
        this.items = items;
        this.forms = forms;
        this.desk = desk;
    }

    @UnitOfWork
    public Uni<CaseView> save(Caller caller, Draft draft) {
        caller.require(Role.CITIZEN);
        return desk.once(
                caller,
                "caseDraftSave",
                draft.idempotencyKey(),
                draft,
                () -> draft.id() == null ? begin(caller, draft) : change(caller, draft.id(), draft));
    }

    private Uni<CaseView> begin(Caller caller, Draft draft) {
        if (draft.taskCode() == null) {
            throw Refusal.badInput("taskCodeMissing", caller.locale());
        }
        Corporation principal = principal(caller, draft.onBehalfOf());
        return items.require(draft.taskCode()).chain(item -> begin(caller, principal, item, draft.answers(item)));
    }

    private Uni<CaseView> begin(
            Caller caller, @Nullable Corporation principal, ServiceItem item, @Nullable Form answers) {
        Moment moment = desk.moment(item);
        SubmissionPolicy.check(
                SubmissionPolicy.TO_DRAFT, new SubmissionPolicy.Application(caller, principal, item, moment.today()));
        ServiceCase begun = new ServiceCase(Ids.next(moment.now()), caller, principal, item, moment.now());
        SealedForm sealed = forms.seal(begun.id(), answers == null ? Form.EMPTY : answers);
        CaseEvent event = begun.saveDraft(caller, sealed, moment);
        return cases.persistAndFlush(begun).chain(() -> desk.settle(caller, begun, moment, event));
    }

    private Uni<CaseView> change(Caller caller, String id, Draft draft) {
        return cases.require(id, "id", caller).chain(found -> {
            if (draft.taskCode() != null
                    && !draft.taskCode().equals(found.itemKey().taskCode())) {
                throw Refusal.badInput("taskCodeFixed", caller.locale());
            }
            return desk.changed(
                    caller, found, (kept, moment) -> kept.saveDraft(caller, answers(kept, draft, moment), moment));
        });
    }

    private SealedForm answers(ServiceCase kept, Draft draft, Moment moment) {
        Form answers = draft.answers(moment.item());
        return answers == null ? kept.sealedForm() : forms.seal(kept.id(), answers);
    }

    /// Whom the caller acts for: the named corporation, or the token's; a person with neither acts for himself.
    private static @Nullable Corporation principal(Caller caller, @Nullable String onBehalfOf) {
        Corporation corporation = caller.corporation();
        if (onBehalfOf == null) {
            return caller.kind() == AccountKind.LEGAL_PERSON ? corporation : null;
        }
        if (corporation == null || !corporation.uscc().equals(onBehalfOf)) {
            throw Problem.of(UserErrorCode.NOT_DELEGATED).at("onBehalfOf");
        }
        return corporation;
    }

    /// What is saved.
    ///
    /// @param id   of the draft; null for a new one
    /// @param form the answers; null keeps them
    public record Draft(
            String idempotencyKey,
            @Nullable String id,
            @Nullable String taskCode,
            @Nullable JsonObject form,
            @Nullable String onBehalfOf) {

        /// What shall be kept; null where nothing new was said.
        @Nullable
        Form answers(ServiceItem item) {
            return form == null ? null : Form.draft(form, item);
        }
    }
}
