package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.catalogue.ImportReport.Broken;
import cn.onenetwork.catalogue.ImportReport.Finding;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ItemRulesTest {

    private static final String INSTANT = "ht-investment-filing";
    private static final String PROMISED = "ht-drainage-permit";

    /// For each code an item and a change to it that breaks exactly this rule.
    private static final Map<String, Break> BREAKS = breaks();

    private static Map<String, Break> breaks() {
        Map<String, Break> breaks = new LinkedHashMap<>();
        put(breaks, "FIELD_MISSING", INSTANT, item -> item.remove("name"));
        put(breaks, "MALFORMED", INSTANT, item -> item.put("caseKind", "SLOW"));
        put(breaks, "TENANT_UNKNOWN", INSTANT, item -> item.put("tenantId", "nowhere"));
        put(breaks, "ID_SHAPE", INSTANT, item -> item.put("id", "HT_1"));
        put(
                breaks,
                "TASK_CODE_SHAPE",
                INSTANT,
                item -> item.put("taskCode", "X").putNull("handlingItemCode"));
        put(breaks, "TASK_CODE_IMPLEMENTER", INSTANT, item -> code(item, "11520192EXAMPLE54M4001004901001"));
        put(breaks, "TASK_CODE_LEVEL", INSTANT, item -> item.put("exerciseLevel", "CITY"));
        put(breaks, "CATALOG_CODE_DISAGREES", INSTANT, item -> item.put("catalogCode", "001004901002"));
        put(breaks, "HANDLING_ITEM_CODE_DISAGREES", INSTANT, item -> item.put("handlingItemCode", "1"));
        put(breaks, "ITEM_TYPE_CODE_DISAGREES", INSTANT, item -> item.put("itemTypeCode", "01"));
        put(breaks, "VERSION_NOT_POSITIVE", INSTANT, item -> item.put("version", 0));
        put(breaks, "TOPIC_UNKNOWN", INSTANT, item -> item.withArray("topics").add("C99"));
        put(breaks, "IMPLEMENTER_UNKNOWN", INSTANT, item -> item.put("implementerId", "nobody"));
        put(
                breaks,
                "IMPLEMENTER_DISAGREES",
                INSTANT,
                item -> item.withObject("implementer").put("name", "别的机构"));
        put(breaks, "HALL_UNKNOWN", INSTANT, item -> first(item, "windows").put("hallId", "gy-hall-1"));
        put(breaks, "NAME_BLANK", INSTANT, item -> item.put("name", " "));
        put(breaks, "TARGETS_EMPTY", INSTANT, item -> item.putArray("targets"));
        put(breaks, "DATES_OUT_OF_ORDER", INSTANT, item -> item.put("cancelOn", "2021-07-01"));
        put(breaks, "CANCEL_DATE_REQUIRED", INSTANT, item -> item.put("state", "CANCELLED"));
        put(breaks, "ON_SITE_VISITS_NEGATIVE", INSTANT, item -> item.put("onSiteVisits", -1));
        put(
                breaks,
                "ON_SITE_REASON_REQUIRED",
                INSTANT,
                item -> item.put("onlineDepth", "VERIFY_ORIGINALS").put("onSiteVisits", 1));
        put(breaks, "ON_SITE_REASON_WITHOUT_VISIT", INSTANT, item -> item.put("onSiteReason", "核验原件"));
        put(
                breaks,
                "EXPRESS_REQUIRED",
                INSTANT,
                item -> item.put("onlineAvailable", false)
                        .putArray("handlingForms")
                        .add("WINDOW"));
        put(
                breaks,
                "FULL_ONLINE_WITH_VISITS",
                INSTANT,
                item -> item.put("onSiteVisits", 1).put("onSiteReason", "核验原件"));
        put(breaks, "FEE_BASIS_REQUIRED", PROMISED, item -> fee(item).putNull("feeBasis"));
        put(
                breaks,
                "FEE_ONLINE_PAYMENT_REQUIRED",
                PROMISED,
                item -> fee(item).withObject("flags").put("onlinePayment", false));
        put(
                breaks,
                "FEE_STANDARD_REQUIRED",
                PROMISED,
                item -> first(fee(item), "fees").put("standard", ""));
        put(
                breaks,
                "PHONE_SHAPE",
                INSTANT,
                item -> item.withObject("consultation").put("phone", "81000301"));
        put(
                breaks,
                "PHONES_EQUAL",
                INSTANT,
                item -> item.withObject("complaint").put("phone", "0851-81000301"));
        put(
                breaks,
                "RESULT_NOT_A_LICENCE",
                INSTANT,
                item -> item.withObject("result").put("name", "备案的批复").put("type", "LICENCE"));
        put(
                breaks,
                "LIMIT_NEGATIVE",
                PROMISED,
                item -> item.withObject("statutoryLimit").put("value", -1));
        put(
                breaks,
                "PROMISED_EXCEEDS_STATUTORY",
                PROMISED,
                item -> item.withObject("promisedLimit").put("value", 99));
        put(
                breaks,
                "INSTANT_LIMIT",
                INSTANT,
                item -> item.withObject("promisedLimit").put("value", 2));
        put(breaks, "AUTO_APPROVAL_NOT_INSTANT", INSTANT, item -> item.put("caseKind", "PROMISED"));
        put(
                breaks,
                "APPROVAL_RULE_BROKEN",
                INSTANT,
                item -> first(item, "autoApproval").put("expression", "nobody.age > 3"));
        put(breaks, "MATERIAL_ID_DUPLICATE", INSTANT, item -> material(item).put("id", INSTANT + "-m02"));
        put(
                breaks,
                "DEFERRAL_NOT_MANDATORY",
                INSTANT,
                item -> material(item).put("necessity", "OPTIONAL").put("allowDeferred", true));
        put(breaks, "MATERIAL_CONDITION", INSTANT, item -> material(item).put("necessity", "CONDITIONAL"));
        put(breaks, "MATERIAL_SIZE", INSTANT, item -> material(item).put("maxSizeMb", 0));
        put(breaks, "MATERIAL_MEDIA_TYPES", INSTANT, item -> material(item).putArray("acceptedMediaTypes"));
        put(
                breaks,
                "FORM_SCHEMA_BROKEN",
                INSTANT,
                item -> item.withObject("form").put("type", "array"));
        put(
                breaks,
                "FORM_EXAMPLE_INVALID",
                INSTANT,
                item -> item.withObject("formExample").put("totalInvestment", "much"));
        put(
                breaks,
                "FORM_LAYOUT_DISAGREES",
                INSTANT,
                item -> ((ArrayNode) first(item, "formLayout").path("fields"))
                        .addObject()
                        .put("name", "uscc"));
        return breaks;
    }

    static Set<String> codes() {
        return BREAKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_broken_item_is_refused_with_exactly_the_code_of_its_rule(String code) {
        Break broken = BREAKS.get(code);

        ImportReport report = Examining.examine(SampleLibrary.with(broken.item(), broken.change()), SampleLibrary.JSON);

        assertThat(report.broken()).singleElement().satisfies(item -> {
            assertThat(item.findings()).extracting(Finding::code).containsExactly(code);
            assertThat(item.findings().getFirst().reason()).isNotBlank();
        });
    }

    @Test
    void two_items_with_one_code_or_one_id_are_both_refused() {
        ItemLibrary library = SampleLibrary.whole();
        library = new ItemLibrary(
                library.tenants(),
                library.topics(),
                Stream.concat(
                                library.items().stream(),
                                Stream.of(SampleLibrary.find(library.items(), INSTANT)
                                        .deepCopy()))
                        .toList());
        assertThat(codes(library)).containsExactly("DUPLICATE_TASK_CODE", "DUPLICATE_TASK_CODE");

        ItemLibrary sameId = SampleLibrary.with(INSTANT, item -> item.put("id", PROMISED));
        assertThat(codes(sameId)).containsExactly("DUPLICATE_ID", "DUPLICATE_ID");
    }

    @Test
    void a_body_whose_own_code_fails_its_check_is_refused() {
        String wrong = "11520198EXAMPLE111";
        ItemLibrary library = SampleLibrary.whole();
        ObjectNode tenant = SampleLibrary.find(library.tenants(), "guiyang-hightech");
        tenant.path("implementers").forEach(body -> {
            if (body.path("id").asText().equals("ht-tax")) {
                ((ObjectNode) body).put("code", wrong);
            }
        });
        library.items().stream()
                .filter(item -> item.path("implementerId").asText().equals("ht-tax"))
                .forEach(item -> {
                    item.withObject("implementer").put("code", wrong);
                    code(item, wrong + item.path("taskCode").asText().substring(18));
                });

        assertThat(codes(library)).containsExactly("TASK_CODE_CHECK_DIGIT");
    }

    @Test
    void every_rule_has_a_broken_example_here() {
        Set<String> tested = new TreeSet<>(BREAKS.keySet());
        tested.addAll(List.of("DUPLICATE_TASK_CODE", "DUPLICATE_ID", "TASK_CODE_CHECK_DIGIT"));

        assertThat(ItemRules.ALL)
                .extracting(ItemRule::code)
                .doesNotHaveDuplicates()
                .isSubsetOf(tested);
    }

    @Test
    void sample_library_is_whole() {
        ImportReport report = Examining.examine(SampleLibrary.whole(), SampleLibrary.JSON);

        assertThat(report.told()).isEmpty();
        assertThat(report.items()).isEqualTo(48);
        assertThat(report.tenants()).isEqualTo(4);
    }

    @Test
    void a_refusal_names_all_that_is_broken_and_quotes_no_value() {
        ItemLibrary library = SampleLibrary.with(INSTANT, item -> item.put("caseKind", "520198197809210032"));
        SampleLibrary.find(library.items(), PROMISED).put("onSiteVisits", -1).put("name", "");

        assertThatThrownBy(() -> SoundLibrary.of(library, SampleLibrary.JSON))
                .isInstanceOfSatisfying(
                        ImportReport.BrokenLibrary.class,
                        refused -> assertThat(refused.report().broken())
                                .extracting(Broken::name)
                                .containsExactlyInAnyOrder("item " + INSTANT, "item " + PROMISED))
                .hasMessageContainingAll(INSTANT, PROMISED, "MALFORMED", "caseKind", "NAME_BLANK")
                .hasMessageNotContaining("520198197809210032");
    }

    @Test
    void broken_tenants_and_topics_are_refused_too() {
        ItemLibrary library = SampleLibrary.whole();
        SampleLibrary.find(library.tenants(), "guizhou").put("regionCode", "52");
        library.topics().getFirst().remove("name");
        library.topics().get(1).put("code", library.topics().get(2).path("code").asText());

        assertThat(codes(library)).contains("REGION_CODE_SHAPE", "FIELD_MISSING", "DUPLICATE_ID");
    }

    private static List<String> codes(ItemLibrary library) {
        return Examining.examine(library, SampleLibrary.JSON).broken().stream()
                .flatMap(broken -> broken.findings().stream())
                .map(Finding::code)
                .collect(Collectors.toList());
    }

    private static void put(Map<String, Break> breaks, String code, String item, Consumer<ObjectNode> change) {
        breaks.put(code, new Break(item, change));
    }

    private static ObjectNode first(ObjectNode item, String list) {
        return (ObjectNode) item.path(list).get(0);
    }

    private static ObjectNode material(ObjectNode item) {
        return first(item, "materials");
    }

    private static ObjectNode fee(ObjectNode item) {
        item.put("feeRequired", true).put("feeBasis", "示例依据");
        item.withObject("flags").put("onlinePayment", true);
        item.putArray("fees")
                .addObject()
                .put("name", "工本费")
                .put("standard", "5 元")
                .put("basis", "示例依据")
                .put("reducible", false);
        return item;
    }

    private static void code(ObjectNode item, String taskCode) {
        item.put("taskCode", taskCode).put("handlingItemCode", taskCode + "01");
    }

    /// @param item   id of an item that is sound
    /// @param change what breaks it
    private record Break(String item, Consumer<ObjectNode> change) {}
}
