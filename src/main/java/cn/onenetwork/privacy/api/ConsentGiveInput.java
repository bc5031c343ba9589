package cn.onenetwork.privacy.api;

import cn.onenetwork.privacy.ConsentPurpose;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ConsentGiveInput")
@Description("What is consented to: one purpose, under one notice. 同意个人信息处理。")
public record ConsentGiveInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @NonNull @Description("What for. 用途。") ConsentPurpose purpose,

        @NonNull @Description("The notice that the person was shown; it has to be today's. 告知书版本。")
        String noticeVersion) {}
