package cn.onenetwork.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The SQL of a search among the items in force on a day.
///
/// Only conditions that are asked for stand in it, each a constant text with named parameters, so that the
/// planner can use the index of each: `(:text is null or ...)` would hide the index over character pairs from
/// it. The pairs find candidates, the patterns keep those that really contain the words.
final class ItemSearch {

    private static final String IN_FORCE = """
            i.current and i.state = 'IN_USE'
            and i.effective_on <= :today and (i.cancel_on is null or i.cancel_on > :today)""";
    private static final String TEXT =
            "i.search_grams @> search_grams(:text) and i.search_text like all (search_patterns(:text))";

    private final List<String> conditions = new ArrayList<>(List.of(IN_FORCE));
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private ItemSearch(LocalDate today) {
        parameters.put("today", today);
    }

    static ItemSearch of(ItemFilter filter, LocalDate today) {
        return new ItemSearch(today)
                .where(TEXT, "text", filter.text())
                .where("i.tenant_id = :tenant", "tenant", filter.tenant())
                .where(":target = any (i.targets)", "target", name(filter.target()))
                .where(":topic = any (i.topics)", "topic", filter.topic())
                .where("i.case_kind = :caseKind", "caseKind", name(filter.caseKind()))
                .where("i.online_available = :online", "online", filter.onlineOnly() ? Boolean.TRUE : null);
    }

    /// The search from a task code on, without it.
    ItemSearch after(@Nullable String taskCode) {
        return where("i.task_code > :after", "after", taskCode);
    }

    /// Task codes and versions, in the order of the task codes.
    String keys() {
        return "select i.task_code, i.version from service_item i where " + condition() + " order by i.task_code";
    }

    String count() {
        return "select count(*) from service_item i where " + condition();
    }

    <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private ItemSearch where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    private String condition() {
        return String.join(" and ", conditions);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
