package cn.onenetwork.privacy;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A request for a correction, and what came of it.
@Description("A request for a correction, and what came of it. 更正申请。")
public record Correction(
        @Id @NonNull @Description("Opaque and stable. 申请标识。")
        String id,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @Description("Its number. 办件编号。") @Nullable String caseNo,

        @NonNull @Description("The answers as the person wants them, only those that change. 更正后的内容。")
        JsonObject answers,

        @NonNull @Description("Where it stands. 状态。") CorrectionState state,

        @Description("Why the person asks. 申请理由。") @Nullable String reason,

        @NonNull @Description("When it was asked for. 申请时间。")
        Instant askedAt,

        @Description("When an officer decided. 处理时间。") @Nullable
        Instant decidedAt,

        @Description("What the officer said. 处理说明。") @Nullable
        String grounds) {}
