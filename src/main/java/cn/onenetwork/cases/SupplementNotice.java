package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What the applicant has to supplement (一次性补正告知): one complete list, told once (Administrative
/// Licensing Law art. 32(4)). It is not changed once it is told.
///
/// @param answerBy the last day for the answer
/// @param repeated a second notice on the same case, which breaches the once-and-completely and so needs a
///     supervisor
@Name("SupplementNotice")
@Description("What the applicant has to supplement, told once and completely. 一次性补正告知。")
public record SupplementNotice(
        @NonNull @Description("Everything that is missing or wrong. 补正内容。")
        List<@NonNull Item> items,

        @NonNull @Description("Last day for the answer. 补正期限。")
        LocalDate answerBy,

        @Description("Whether it is a second notice on the same case. 是否再次告知。")
        boolean repeated) {

    /// One thing to supplement: a material, or an answer of the form.
    @Name("SupplementItem")
    @Description("One thing to supplement. 一项补正内容。")
    public record Item(
            @Id @Description("The material; null where it is an answer of the form. 材料标识。") @Nullable
            String materialId,

            @Description("The field of the form; null where it is a material. 表单字段。") @Nullable
            String path,

            @NonNull @Description("What is wrong with it. 说明。")
            String note) {}

    static SupplementNotice parse(String text) {
        JsonObject json = JSON.createReader(new StringReader(text)).readObject();
        return new SupplementNotice(
                json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(item -> new Item(
                                item.getString("materialId", null),
                                item.getString("path", null),
                                item.getString("note")))
                        .toList(),
                LocalDate.parse(json.getString("answerBy")),
                json.getBoolean("repeated"));
    }

    JsonObject json() {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        for (Item item : items) {
            JsonObjectBuilder one = JSON.createObjectBuilder().add("note", item.note());
            if (item.materialId() != null) {
                one.add("materialId", item.materialId());
            }
            if (item.path() != null) {
                one.add("path", item.path());
            }
            list.add(one);
        }
        return JSON.createObjectBuilder()
                .add("items", list)
                .add("answerBy", answerBy.toString())
                .add("repeated", repeated)
                .build();
    }
}
