package cn.onenetwork.privacy.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PersonalDataExportInput")
@Description("Asks for an export. 申请导出个人信息。")
public record PersonalDataExportInput(
        @NonNull @Description("1 to 128 visible characters; each call makes a new address. 幂等键。")
        String idempotencyKey) {}
