package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Shows the answers of forms: masked to everybody, plain to those who need them.
///
/// The side of the applicant needs them to edit: an agent, where a delegation lets it edit. Staff who work on the
/// case in their tenant say what for, and it is written down before they see anything. An auditor checks how a case
/// was handled and needs no numbers for it: masked only (data minimisation, Personal Information Protection Law,
/// article 6).
@ApplicationScoped
public class ShowingForms {

    private final CaseDetails details;
    private final Forms forms;
    private final AccessLog log;

    ShowingForms(CaseDetails details, Forms forms, AccessLog log) {
        this.details = details;
        this.forms = forms;
        this.log = log;
    }

    /// How forms shall be shown.
    ///
    /// @param unmask  whether plain
    /// @param purpose what for; the applicant's side need not say it
    public record Wish(boolean unmask, @Nullable UnmaskPurpose purpose) {}

    /// The answers of cases that this caller was shown, in their order.
    ///
    /// @throws Refusal FORBIDDEN for plain values where the caller does not work on the case, BAD_USER_INPUT where
    ///     the purpose is missing
    public Uni<List<JsonObject>> show(List<CaseView> cases, Caller viewer, Wish wish) {
        return wish.unmask() ? plain(cases, viewer, wish.purpose()) : masked(cases, viewer);
    }

    private Uni<List<JsonObject>> masked(List<CaseView> cases, Caller viewer) {
        log.read(viewer, cases, CasePart.FORM);
        return details.items(cases)
                .map(items -> IntStream.range(0, cases.size())
                        .mapToObj(at -> masked(cases.get(at), items.get(at)))
                        .toList());
    }

    private JsonObject masked(CaseView one, ServiceItem item) {
        return item.applicationForm()
                .compiled()
                .masked(open(one), one.reference().capacity() != null);
    }

    private Uni<List<JsonObject>> plain(List<CaseView> cases, Caller viewer, @Nullable UnmaskPurpose purpose) {
        List<Access> accesses = cases.stream()
                .filter(one -> !mayEdit(one))
                .map(one -> access(one, viewer, purpose))
                .toList();
        // An agent needs no purpose, and is somebody else all the same.
        log.read(viewer, cases.stream().filter(ShowingForms::mayEdit).toList(), CasePart.FORM);
        Uni<Void> written = accesses.isEmpty() ? Uni.createFrom().voidItem() : log.record(accesses);
        return written.map(_ -> cases.stream().map(this::open).toList());
    }

    private static Access access(CaseView one, Caller viewer, @Nullable UnmaskPurpose purpose) {
        viewer.require(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
        if (one.accessBasis() != AccessBasis.STAFF) {
            throw Refusal.of(Refusal.Code.FORBIDDEN, viewer.locale());
        }
        if (purpose == null) {
            throw Refusal.badInput("purpose", viewer.locale());
        }
        return new Access(viewer, one.uuid(), Access.Kind.FORM_UNMASK, purpose.name(), null);
    }

    private static boolean mayEdit(CaseView one) {
        Capacity capacity = one.reference().capacity();
        return capacity != null
                && (capacity.allows(DelegatedAction.DRAFT) || capacity.allows(DelegatedAction.SUPPLEMENT));
    }

    private JsonObject open(CaseView one) {
        return forms.open(one.uuid(), one.reference().form()).json();
    }
}
