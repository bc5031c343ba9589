package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The filed cases, for rooms that keep something of their own beside a case. To be called within a unit of work.
@ApplicationScoped
public class FiledCases {

    private final Cases cases;
    private final Clock clock;

    FiledCases(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /// The case with this number; null where there is none. That there is one is told to nobody by itself.
    public Uni<@Nullable UUID> id(CaseNumber number) {
        return cases.getSession()
                .chain(session -> session.createQuery(
                                "select c.id from ServiceCase c where c.caseNo = :number and c.status <> :draft",
                                UUID.class)
                        .setParameter("number", number.value())
                        .setParameter("draft", CaseStatus.DRAFT)
                        .getSingleResultOrNull());
    }

    /// The applicant's own case, locked until the unit of work ends.
    ///
    /// @param field what the id is called in the input
    /// @throws cn.onenetwork.platform.Refusal UNAUTHENTICATED or FORBIDDEN where the caller is no applicant
    /// @throws Problem NOT_FOUND, FORBIDDEN where it is somebody else's, ILLEGAL_TRANSITION while it is a draft
    public Uni<CaseView> requireOwn(Caller caller, String id, String field) {
        caller.require(Role.CITIZEN);
        return cases.require(id, field, caller).map(known -> {
            CaseView view = known.view(clock.instant());
            if (!view.accessBasis().isOwn()) {
                throw Problem.variant(UserErrorCode.FORBIDDEN, "applicant").at(field);
            }
            if (view.caseNo() == null) {
                throw Problem.of(UserErrorCode.ILLEGAL_TRANSITION, view.status())
                        .at(field);
            }
            return view;
        });
    }
}
