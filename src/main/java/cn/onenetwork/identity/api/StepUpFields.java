package cn.onenetwork.identity.api;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.StepUp;
import cn.onenetwork.identity.SteppingUp;
import cn.onenetwork.platform.UserError;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// What only this room can say about a refused mutation.
@GraphQLApi
public class StepUpFields {

    private final SteppingUp steppingUp;
    private final Callers callers;

    StepUpFields(SteppingUp steppingUp, Callers callers) {
        this.steppingUp = steppingUp;
        this.callers = callers;
    }

    @Description("How to go on where the code is STEP_UP_REQUIRED; else null. 实名等级提升办法。")
    public Uni<List<@Nullable StepUp>> stepUp(@Source @Name("error") List<UserError> errors) {
        AccountKind kind = callers.current().kind();
        return Uni.createFrom()
                .item(() -> errors.stream().map(error -> stepUp(error, kind)).toList());
    }

    private @Nullable StepUp stepUp(UserError error, AccountKind kind) {
        return error.code() == UserErrorCode.STEP_UP_REQUIRED
                        && error.arguments().size() == 2
                ? steppingUp.to(level(error, 0), level(error, 1), kind)
                : null;
    }

    private static RealNameLevel level(UserError error, int argument) {
        return RealNameLevel.valueOf(error.arguments().get(argument).toString());
    }
}
