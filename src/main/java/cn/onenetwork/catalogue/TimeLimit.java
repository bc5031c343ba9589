package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// Within what time an item is decided (办结时限).
///
/// @param value         0 where no limit is set
/// @param targetMinutes for instant items, at most one working day of 480 minutes
@Description("Within what time an item is decided. 办结时限。")
public record TimeLimit(
        @Description("So many days; 0 where no limit is set. 时限。")
        int value,

        @NonNull @Description("What the days are. 单位。") TimeLimitUnit unit,

        @JsonAlias("minutes") @Description("Target of an instant item, in minutes. 即办件目标时长（分钟）。") @Nullable
        Integer targetMinutes,

        @Description("How the limit is meant. 说明。") @Nullable
        String note) {}
