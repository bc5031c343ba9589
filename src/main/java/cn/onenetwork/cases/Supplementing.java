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

    private final CaseDesk desk;

    Supplementing(CaseDesk desk) {
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
            Form answers = form == null ? found.form() : Form.draft(form);
            answers.requireValid(moment.item(), caller.locale());
            return found.supplement(actor, answers, note, moment);
        });
    }
}
