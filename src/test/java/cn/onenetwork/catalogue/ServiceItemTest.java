package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceItemTest {

    @Test
    void construction_permit_was_cut_from_seven_days_to_one() {
        ServiceItem permit = SampleLibrary.item("ht-construction-permit");

        assertThat(permit.statutoryLimit().value()).isEqualTo(7);
        assertThat(permit.promisedLimit().targetMinutes()).isEqualTo(20);
        assertThat(permit.compressionRate()).contains(new BigDecimal("85.71"));
        assertThat(ServiceItem.compression(3, 7)).isEqualTo(new BigDecimal("57.14"));
    }

    @Test
    void high_tech_zone_as_a_whole_was_cut_by_83_7_percent() {
        List<ServiceItem> zone = SampleLibrary.items().stream()
                .filter(item -> item.tenantId().equals("guiyang-hightech") && item.comparable())
                .toList();

        int promised = zone.stream().mapToInt(ServiceItem::countedDays).sum();
        int statutory =
                zone.stream().mapToInt(item -> item.statutoryLimit().value()).sum();

        assertThat(promised).isEqualTo(66);
        assertThat(statutory).isEqualTo(405);
        assertThat(ServiceItem.compression(promised, statutory)).isEqualTo(new BigDecimal("83.70"));
    }

    @Test
    void no_rate_without_a_limit_of_the_law() {
        assertThat(SampleLibrary.items())
                .filteredOn(item -> item.statutoryLimit().value() == 0)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.compressionRate()).isEmpty());
    }

    @Property(tries = 200)
    void a_rate_is_the_share_of_the_days_that_were_saved(
            @ForAll @IntRange(min = 1, max = 1000) int statutory, @ForAll @IntRange(max = 1000) int promised) {
        assertThat(ServiceItem.compression(promised, statutory).doubleValue())
                .isCloseTo(100.0 * (statutory - promised) / statutory, within(0.005001));
        assertThat(ServiceItem.compression(promised, statutory).scale()).isEqualTo(2);
    }

    @Test
    void an_item_is_in_force_from_its_first_day_until_the_day_before_it_is_cancelled() {
        LocalDate from = LocalDate.parse("2026-03-01");
        LocalDate until = LocalDate.parse("2026-04-01");

        assertThat(ServiceItem.inForce(ItemState.IN_USE, from, until, LocalDate.parse("2026-02-28")))
                .isFalse();
        assertThat(ServiceItem.inForce(ItemState.IN_USE, from, until, from)).isTrue();
        assertThat(ServiceItem.inForce(ItemState.IN_USE, from, until, LocalDate.parse("2026-03-31")))
                .isTrue();
        assertThat(ServiceItem.inForce(ItemState.IN_USE, from, until, until)).isFalse();
        assertThat(ServiceItem.inForce(ItemState.IN_USE, from, null, until)).isTrue();
        assertThat(ServiceItem.inForce(ItemState.SUSPENDED, from, null, until)).isFalse();
        assertThat(ServiceItem.inForce(ItemState.CANCELLED, from, null, until)).isFalse();
    }

    @Test
    void form_values_survive_the_way_there_and_back() {
        ServiceItem item = SampleLibrary.item("ht-investment-filing");

        Map<String, Object> values = FormValues.of(item.formExample());

        assertThat(values).containsEntry("foreignInvested", false).containsEntry("constructionNature", "NEW");
        assertThat(values.get("totalInvestment")).isEqualTo(new BigDecimal("32000.0"));
        assertThat(FormValues.of(FormValues.json(values))).isEqualTo(values);
        assertThat(FormValues.json(values)).isEqualTo(item.formExample());
    }

    @Test
    void material_limits_are_in_bytes() {
        assertThat(SampleLibrary.item("ht-investment-filing")
                        .materials()
                        .getFirst()
                        .maxBytes())
                .isEqualTo(10 * 1024 * 1024);
    }
}
