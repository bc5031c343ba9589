package cn.onenetwork.cases;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/// A letter as it was signed.
@Name("SignedCommitment")
@Description("What the applicant signed instead of handing a material in. 已签署的承诺书。")
public record SignedCommitment(
        @NonNull @Description("What was promised. 承诺类型。") Undertaking.Kind kind,

        @NonNull @Description("The words that were signed. 承诺内容。")
        String text,

        @NonNull @Description("When it was signed. 签署时间。") Instant signedAt) {}
