package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Answers a notice: the applicant hands in what was missing, and the administration has the word again.
@ApplicationScoped
public class Supplementing {

    private final Forms forms;
    private final CaseDesk desk;

    Supplementing(Forms forms, CaseDesk desk) {
        this.forms = forms;
        this.desk = desk;
    }

    /// @param form the whole form anew; null where it stays as it is
    @UnitOfWork
    public Uni<CaseView> supplement(
            Caller caller, CaseCommand command, @Nullable JsonObject form, @Nullable String note) {
        return desk.act(caller, command, CaseAction.SUPPLEMENT, (found, actor, moment) -> {
            found.obstacle(CaseAction.SUPPLEMENT, actor, moment.now()).ifPresent(problem -> {
                throw problem;
            });
            Form answers = form == null ? forms.open(found) : Form.draft(form, moment.item());
            answers.requireValid(moment.item(), caller.locale());
            SealedForm sealed = form == null ? found.sealedForm() : forms.seal(found.id(), answers);
            return found.supplement(actor, sealed, note, moment);
        });
    }
}
