package cn.onenetwork.review.api;

import cn.onenetwork.cases.SupplementNotice;
import cn.onenetwork.platform.FreeText;
import cn.onenetwork.platform.Refusal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("SupplementItemInput")
@Description("One thing to supplement: a material, or an answer of the form. 一项补正内容。")
public record SupplementItemInput(
        @Id @Description("The material. 材料标识。") @Nullable String materialId,

        @Description("The field of the form, its parts joined by dots. 表单字段。") @Nullable
        String path,

        @NonNull @Description("What is wrong with it. 说明。") String note) {

    private static final int MOST = 50;

    /// May be empty where documents were sent back: these are on the notice anyway.
    static List<SupplementNotice.Item> items(List<SupplementItemInput> items, Locale locale) {
        if (items.size() > MOST) {
            throw Refusal.badInput("items", locale);
        }
        return items.stream().map(item -> item.item(locale)).toList();
    }

    private SupplementNotice.Item item(Locale locale) {
        String material = FreeText.optional(materialId, locale);
        String field = FreeText.optional(path, locale);
        if ((material == null) == (field == null)) {
            throw Refusal.badInput("item", locale);
        }
        return new SupplementNotice.Item(material, field, FreeText.required(note, locale));
    }
}
