package cn.onenetwork.catalogue;

import cn.onenetwork.catalogue.ImportReport.Broken;
import cn.onenetwork.catalogue.ImportReport.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Examines an item library: every tenant and every item, and all that is wrong with each.
final class Examining {

    private final LibraryJson json;
    private final ItemLibrary library;
    private final Map<String, ObjectNode> tenants = new HashMap<>();
    private final Set<String> topics = new HashSet<>();
    private final LibraryFacts facts;
    private final List<Broken> broken = new ArrayList<>();

    private Examining(ItemLibrary library, LibraryJson json) {
        this.library = library;
        this.json = json;
        this.facts = LibraryFacts.of(library);
    }

    static ImportReport examine(ItemLibrary library, LibraryJson json) {
        Examining examining = new Examining(library, json);
        library.tenants().forEach(examining::tenant);
        library.topics().forEach(examining::topic);
        library.items().forEach(examining::item);
        return new ImportReport(library.tenants().size(), library.items().size(), examining.broken);
    }

    private void tenant(ObjectNode tenant) {
        String id = tenant.path("id").asText();
        List<Finding> findings = missing(tenant, Tenant.class, Set.of());
        if (findings.isEmpty()) {
            findings = read(() -> tenantFindings(json.tenant(tenant)));
        }
        if (tenants.put(id, tenant) != null) {
            findings = List.of(new Finding("DUPLICATE_ID", "Two tenants have this id. 租户标识重复。"));
        }
        report("tenant " + id, findings);
    }

    private static List<Finding> tenantFindings(Tenant tenant) {
        return tenant.regionCode().matches("\\d{6}|\\d{9}|\\d{12}")
                ? List.of()
                : List.of(
                        new Finding("REGION_CODE_SHAPE", "A region code has 6, 9 or 12 digits. 区划代码应为 6、9 或 12 位数字。"));
    }

    private void topic(ObjectNode topic) {
        List<Finding> findings = new ArrayList<>(missing(topic, Topic.class, Set.of()));
        String code = topic.path("code").asText();
        if (!topics.add(code)) {
            findings.add(new Finding("DUPLICATE_ID", "Two topics have this code. 主题代码重复。"));
        }
        report("topic " + code, findings);
    }

    private void item(ObjectNode item) {
        ObjectNode tenant = tenants.get(item.path("tenantId").asText());
        List<Finding> findings = new ArrayList<>(missing(item, ServiceItem.class, Set.of("tenant")));
        if (tenant == null && item.hasNonNull("tenantId")) {
            findings.add(new Finding("TENANT_UNKNOWN", "The library has no such tenant. 租户不存在。"));
        }
        if (findings.isEmpty() && tenant != null) {
            findings.addAll(read(() -> ItemRules.findings(json.item(item, tenant), facts)));
        }
        report("item " + item.path("id").asText(), findings);
    }

    private void report(String name, List<Finding> findings) {
        if (!findings.isEmpty()) {
            broken.add(new Broken(name, findings));
        }
    }

    private static List<Finding> missing(JsonNode node, Class<?> type, Set<String> given) {
        List<String> missing = Completeness.missing(node, type, given);
        return missing.isEmpty()
                ? List.of()
                : List.of(new Finding("FIELD_MISSING", "Missing 缺少：" + String.join(", ", missing)));
    }

    private static List<Finding> read(Reading reading) {
        try {
            return reading.findings();
        } catch (JsonProcessingException malformed) {
            return List.of(
                    new Finding("MALFORMED", "A value has not the type it should have 取值有误：" + place(malformed)));
        }
    }

    /// Where the reader stumbled; its message would quote the value.
    private static String place(JsonProcessingException malformed) {
        return malformed instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
    }

    /// Reads JSON into a value and says what is wrong with it.
    @FunctionalInterface
    private interface Reading {
        List<Finding> findings() throws JsonProcessingException;
    }
}
