package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/// A situation of life or business under which items are listed (主题).
@Description("A situation of life or business under which items are listed. 主题。")
public record Topic(
        @NonNull @Description("Code of the topic, for ServiceItemFilter.topic. 主题代码。")
        String code,

        @NonNull @Description("Whom it is for. 面向对象。") Audience audience,
        @NonNull @Description("Name of the topic. 主题名称。") String name,
        @NonNull @Description("Name in English. 英文名称。") String nameEn) {

    /// Persons and corporations have lists of topics of their own.
    @Description("Whom a list of topics is for. 主题面向对象。")
    public enum Audience {
        @Description("Persons. 自然人。")
        PERSON,
        @Description("Corporations. 法人。")
        CORPORATE
    }
}
