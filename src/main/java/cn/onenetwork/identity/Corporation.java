package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/// The corporation a token acts for.
@Description("The corporation the viewer acts for. 所代表的法人。")
public record Corporation(
        @NonNull @Description("Unified social credit code, GB 32100. 统一社会信用代码。")
        String uscc,

        @NonNull @Description("Registered name. 名称。") String name,

        @NonNull @Description("By what right the viewer acts for it. 法人角色。")
        CorporateRole role) {}
