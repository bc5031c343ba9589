package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(value = EmptyCatalogue.class, restrictToAnnotatedClass = true)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoadingCatalogueTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MANY = 10_000;

    @Inject
    LoadingCatalogue loading;

    @Inject
    ItemReading reading;

    @BeforeEach
    void empty() {
        EmptyCatalogue.execute("truncate tenant, topic, service_item cascade");
    }

    @Test
    void a_library_is_loaded_once_even_by_several_pods_at_the_same_time() {
        SoundLibrary library = SoundLibrary.of(SampleLibrary.whole(), SampleLibrary.JSON);

        List<Integer> loaded = Uni.join()
                .all(loading.loadWhereEmpty(library), loading.loadWhereEmpty(library), loading.loadWhereEmpty(library))
                .andFailFast()
                .await()
                .atMost(SOON);

        assertThat(loaded).containsExactlyInAnyOrder(48, 0, 0);
        assertThat(rows("service_item")).isEqualTo(48);
        assertThat(rows("tenant")).isEqualTo(4);
        assertThat(rows("topic")).isEqualTo(23);
        assertThat(reading.count(ItemFilter.ANY).await().atMost(SOON)).isEqualTo(47);
    }

    @Test
    void one_broken_item_among_good_ones_loads_nothing() {
        ItemLibrary library = SampleLibrary.with("ht-drainage-permit", item -> item.put("onSiteVisits", 3));

        assertThatThrownBy(() -> loading.loadWhereEmpty(SoundLibrary.of(library, SampleLibrary.JSON))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(ImportReport.BrokenLibrary.class)
                .hasMessageContaining("ht-drainage-permit");

        assertThat(loading.filled().await().atMost(SOON)).isFalse();
    }

    @Test
    void a_failure_half_way_leaves_nothing_behind() {
        EmptyCatalogue.execute("insert into topic values ('C01', 'CORPORATE', 'in the way', 'in the way')");
        SoundLibrary library = SoundLibrary.of(SampleLibrary.whole(), SampleLibrary.JSON);

        assertThatThrownBy(() -> loading.loadWhereEmpty(library).await().atMost(SOON))
                .hasStackTraceContaining("topic_pkey");

        assertThat(rows("tenant")).isZero();
        assertThat(rows("service_item")).isZero();
    }

    @Test
    void a_start_on_a_broken_library_fails_and_names_what_is_broken(@TempDir Path folder) throws IOException {
        write(folder, SampleLibrary.with("ht-drainage-permit", item -> item.put("onSiteVisits", 3)));

        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(ImportReport.BrokenLibrary.class)
                .hasMessageContainingAll(
                        "item ht-drainage-permit", "ON_SITE_REASON_REQUIRED", "FULL_ONLINE_WITH_VISITS");

        assertThat(rows("service_item")).isZero();
    }

    @Test
    void a_start_loads_a_library_from_a_folder_once(@TempDir Path folder) throws IOException {
        write(folder, SampleLibrary.whole());

        start(folder);
        assertThat(rows("service_item")).isEqualTo(48);

        Files.delete(folder.resolve("items.json"));
        start(folder);
        assertThat(rows("service_item")).isEqualTo(48);
    }

    @Test
    void a_start_without_a_library_says_where_it_looked(@TempDir Path folder) {
        assertThatThrownBy(() -> start(folder)).hasMessageContaining(folder.toString());
    }

    private void start(Path folder) {
        CatalogueSettings settings = new CatalogueSettings() {
            @Override
            public String source() {
                return folder.toString();
            }

            @Override
            public boolean loadOnEmpty() {
                return true;
            }
        };
        new CatalogueStart(settings, SampleLibrary.JSON, loading).start(new StartupEvent());
    }

    private static void write(Path folder, ItemLibrary library) throws IOException {
        Files.writeString(folder.resolve("tenants.json"), "{\"tenants\": %s}".formatted(library.tenants()));
        Files.writeString(
                folder.resolve("items.json"),
                "{\"topics\": %s, \"items\": %s}".formatted(library.topics(), library.items()));
    }

    @Test
    void of_several_versions_the_newest_is_current_and_the_old_one_can_still_be_read() {
        ItemLibrary library = SampleLibrary.whole();
        ObjectNode newer =
                SampleLibrary.find(library.items(), "ht-drainage-permit").deepCopy();
        newer.put("version", newer.path("version").asInt() + 1).put("name", "城镇污水排入排水管网许可（新版）");
        List<ObjectNode> items = new ArrayList<>(library.items());
        items.addFirst(newer);
        library = new ItemLibrary(library.tenants(), library.topics(), items);
        loading.loadWhereEmpty(SoundLibrary.of(library, SampleLibrary.JSON))
                .await()
                .atMost(SOON);
        String taskCode = newer.path("taskCode").asText();
        int version = newer.path("version").asInt();

        ServiceItemView current = reading.find(taskCode).await().atMost(SOON);
        List<ServiceItemView> both = reading.all(
                        List.of(new ItemKey(taskCode, version - 1), new ItemKey(taskCode, version)))
                .await()
                .atMost(SOON);

        assertThat(current.version()).isEqualTo(version);
        assertThat(both).extracting(ServiceItemView::version).containsExactly(version - 1, version);
        assertThat(both).extracting(ServiceItemView::name).doesNotHaveDuplicates();
        assertThat(reading.count(ItemFilter.ANY).await().atMost(SOON)).isEqualTo(47);
    }

    @Test
    void serving_role_can_neither_delete_nor_change_the_tables() {
        for (String statement : List.of("delete from service_item", "drop table service_item", "truncate tenant")) {
            assertThatThrownBy(() -> EmptyCatalogue.execute("set role one_network_app", statement))
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_search_among_ten_thousand_items_uses_the_index_over_character_pairs() {
        fill();

        for (String word : List.of("施工", "可证", "施工 许可", "施")) {
            assertThat(EmptyCatalogue.query("explain " + sql(word, "'" + word + "'")))
                    .as(word)
                    .contains("service_item_search");
        }
        // Also where the server no longer looks at the text when it plans.
        assertThat(EmptyCatalogue.query(
                        "set plan_cache_mode = force_generic_plan",
                        "prepare search(text) as " + sql("", "$1"),
                        "explain execute search('施工')"))
                .contains("service_item_search");
        // Without the pairs there is nothing to look up.
        assertThat(EmptyCatalogue.query("explain select 1 from service_item where current and search_text like '%施工%'"))
                .doesNotContain("service_item_search");
        assertThat(reading.count(filter("施工")).await().atMost(SOON)).isEqualTo(MANY / 100);
        assertThat(reading.count(filter("施")).await().atMost(SOON)).isEqualTo(MANY / 100);
        assertThat(reading.count(filter("工施")).await().atMost(SOON)).isZero();
    }

    /// Names of ten characters of some three hundred, and one in a hundred that says 施工许可证.
    private static void fill() {
        EmptyCatalogue.execute(
                "insert into tenant values ('t', '租户', 'tenant', '520100', 'CITY', 'DISTRICT', '{}', '{}')",
                """
                insert into service_item (task_code, version, id, tenant_id, implementer_id, implementer, state, name,
                    name_en, item_type, case_kind, targets, topics, online_depth, online_available, effective_on,
                    current, definition)
                select 'code' || n, 1, 'id' || n, 't', 'i', '机关',  'IN_USE',
                    (select string_agg(chr(20000 + (n * 7919 + k * 104729 + n * k * 31) % 300), '')
                     from generate_series(1, 10) as k) || case when n % 100 = 0 then '施工许可证' else '' end,
                    'permit' || n, 'ADMINISTRATIVE_LICENCE', 'INSTANT', '{ENTERPRISE}', '{C01}', 'FULL_ONLINE', true,
                    date '2021-01-01', true, '{}'
                from generate_series(1, 10000) as n
                """,
                "analyze service_item");
    }

    private static ItemFilter filter(String text) {
        return new ItemFilter(text, null, null, null, null, false);
    }

    private static String sql(String word, String text) {
        return ItemSearch.of(filter(word), LocalDate.parse("2026-01-05"))
                        .keys()
                        .replace(":today", "date '2026-01-05'")
                        .replace(":text", text)
                + " limit 21";
    }

    private static int rows(String table) {
        return Integer.parseInt(
                EmptyCatalogue.query("select count(*) from " + table).strip());
    }
}
