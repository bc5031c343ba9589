package cn.onenetwork.catalogue.api;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.ItemFilter;
import cn.onenetwork.catalogue.ServiceTarget;
import cn.onenetwork.platform.Refusal;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/// Which items are looked for, as a client asks for them.
@Input("ServiceItemFilter")
@Description("Which items are looked for; all conditions hold together, one left out means any. 事项筛选条件。")
public record ServiceItemFilter(
        @Description("Words that the name, the English name or the implementer contains, all of them; at most 100"
                + " characters. 关键词。")
        @Nullable
        String text,

        @Description("Id of a tenant, see Query.tenants. 所属租户。") @Nullable
        String tenant,

        @Description("Whom the item serves. 服务对象。") @Nullable
        ServiceTarget target,

        @Description("Code of a topic, see Query.topics. 主题代码。") @Nullable
        String topic,

        @Description("Decided on the spot or within a promised time. 办件类型。") @Nullable
        CaseKind caseKind,

        @Description("True: only items that can be applied for online. 仅网上可办。") @Nullable
        Boolean onlineOnly) {

    private static final int LONGEST = 100;

    /// @throws Refusal BAD_USER_INPUT where a text is too long or has characters that no text has
    ItemFilter checked(Locale locale) {
        return new ItemFilter(
                text(text, locale),
                text(tenant, locale),
                target,
                text(topic, locale),
                caseKind,
                Boolean.TRUE.equals(onlineOnly));
    }

    private static @Nullable String text(@Nullable String text, Locale locale) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > LONGEST
                || text.codePoints().anyMatch(ServiceItemFilter::forbidden)) {
            throw Refusal.badInput("text", locale);
        }
        return text;
    }

    private static boolean forbidden(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
