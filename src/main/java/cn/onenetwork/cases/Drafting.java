package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.Role;
import cn.onenetwork.identity.delegation.Mandates;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.UnitOfWork;
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
    private final Mandates mandates;
    private final Forms forms;
    private final CaseDesk desk;

    Drafting(Cases cases, ServiceItems items, Mandates mandates, Forms forms, CaseDesk desk) {
        this.cases = cases;
        this.items = items;
        this.mandates = mandates;
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
        if (draft.onBehalfOf() != null && draft.delegationId() != null) {
            throw Refusal.badInput("onBehalfOfOrDelegation", caller.locale());
        }
        String taskCode = draft.taskCode();
        return items.require(taskCode)
                .chain(item -> held(caller, draft)
                        .chain(actor -> begin(
                                actor,
                                Capacity.toBegin(actor, draft.onBehalfOf(), draft.delegationId(), taskCode),
                                item,
                                draft.answers(item))));
    }

    private Uni<Caller> held(Caller caller, Draft draft) {
        if (draft.delegationId() != null) {
            return mandates.keptById(caller, draft.delegationId());
        }
        return draft.onBehalfOf() == null
                ? Uni.createFrom().item(caller)
                : mandates.kept(
                        caller, Principal.corporation(draft.onBehalfOf()).key());
    }

    private Uni<CaseView> begin(Caller caller, Capacity capacity, ServiceItem item, @Nullable Form answers) {
        Moment moment = desk.moment(item);
        SubmissionPolicy.check(
                SubmissionPolicy.TO_DRAFT,
                new SubmissionPolicy.Application(caller, capacity.corporation(), item, moment.today()));
        ServiceCase begun = new ServiceCase(Ids.next(moment.now()), caller, capacity, item, moment.now());
        SealedForm sealed = forms.seal(begun.id(), answers == null ? Form.EMPTY : answers);
        CaseEvent event = begun.saveDraft(caller, sealed, moment);
        return cases.persistAndFlush(begun).chain(() -> desk.settle(caller, begun, moment, event));
    }

    private Uni<CaseView> change(Caller caller, String id, Draft draft) {
        return cases.require(id, "id", caller).chain(known -> {
            if (draft.taskCode() != null
                    && !draft.taskCode().equals(known.found().itemKey().taskCode())) {
                throw Refusal.badInput("taskCodeFixed", caller.locale());
            }
            return desk.changed(
                    known, (kept, actor, moment) -> kept.saveDraft(actor, answers(kept, draft, moment), moment));
        });
    }

    private SealedForm answers(ServiceCase kept, Draft draft, Moment moment) {
        Form answers = draft.answers(moment.item());
        return answers == null ? kept.sealedForm() : forms.seal(kept.id(), answers);
    }

    /// What is saved.
    ///
    /// @param id   of the draft; null for a new one
    /// @param form the answers; null keeps them
    /// @param onBehalfOf   credit code of the corporation acted for; null for that of the token
    /// @param delegationId by which delegation the caller acts; null for none
    public record Draft(
            String idempotencyKey,
            @Nullable String id,
            @Nullable String taskCode,
            @Nullable JsonObject form,
            @Nullable String onBehalfOf,
            @Nullable String delegationId) {

        /// What shall be kept; null where nothing new was said.
        @Nullable
        Form answers(ServiceItem item) {
            return form == null ? null : Form.draft(form, item);
        }
    }
}
