package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HolidayNoticesTest {

    private static final LocalDate A_MONDAY = LocalDate.of(2027, 3, 1);

    private static HolidayNotice aNotice(int year, String... days) {
        return HolidayNotice.parse("""
            {"year": %d, "papers": ["notice"], "days": [%s]}\
            """.formatted(year, String.join(",", days)));
    }

    private static String dayOff(String date) {
        return """
            {"name": "元旦", "date": "%s", "isOffDay": true}\
            """.formatted(date);
    }

    private static String makeUpDay(String date) {
        return """
            {"name": "元旦", "date": "%s", "isOffDay": false}\
            """.formatted(date);
    }

    @Test
    void the_files_that_come_with_the_service_are_the_notices_of_2021_to_2026() {
        assertThat(HolidayFiles.read().years()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
    }

    @Test
    void a_file_without_papers_is_a_placeholder_and_no_notice() {
        String file = HolidayFiles.text(2027);

        assertThat(file).isNotNull();
        assertThat(HolidayNotice.parse(file).published()).isFalse();
    }

    @Test
    void a_placeholder_neither_arranges_a_day_nor_replaces_a_notice() {
        HolidayNotice placeholder = HolidayNotice.parse("""
            {"year": 2027, "papers": [], "days": [{"name": "草案", "date": "2027-03-01", "isOffDay": true}]}\
            """);
        HolidayNotices notices = HolidayNotices.NONE.with(aNotice(2027, dayOff("2027-01-01")));

        assertThat(HolidayNotices.NONE.with(placeholder).day(A_MONDAY)).isNull();
        assertThat(notices.with(placeholder).day(LocalDate.of(2027, 1, 1))).isNotNull();
    }

    @Test
    void a_newer_notice_replaces_the_older_one_of_its_year_and_leaves_the_old_value_alone() {
        HolidayNotices older = HolidayNotices.NONE.with(aNotice(2027, dayOff("2027-01-01")));
        HolidayNotices newer = older.with(aNotice(2027, dayOff("2027-03-01")));

        assertThat(newer.day(LocalDate.of(2027, 1, 1))).isNull();
        assertThat(newer.day(A_MONDAY)).isNotNull();
        assertThat(older.day(A_MONDAY)).isNull();
        assertThat(newer.years()).containsExactly(2027);
    }

    @Test
    void where_two_notices_name_a_day_of_december_the_later_year_wins_in_whatever_order_they_come() {
        HolidayNotice own = aNotice(2026, dayOff("2026-12-31"));
        HolidayNotice next = aNotice(2027, makeUpDay("2026-12-31"));
        LocalDate day = LocalDate.of(2026, 12, 31);

        for (List<HolidayNotice> order : List.of(List.of(own, next), List.of(next, own))) {
            HolidayNotices notices = HolidayNotices.NONE.with(order.getFirst()).with(order.getLast());
            assertThat(notices.day(day)).isEqualTo(new HolidayNotice.Day(day, "元旦", false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "[]",
                "{}",
                "{'year': '2027', 'papers': [], 'days': []}",
                "{'year': 2027, 'papers': [1], 'days': []}",
                "{'year': 2027, 'days': []}",
                "{'year': 2027, 'papers': []}",
                "{'year': 2027, 'papers': ['notice'], 'days': []}",
                "{'year': 2027, 'papers': [], 'days': [{'name': '元旦', 'date': '1.1.2027', 'isOffDay': true}]}",
                "{'year': 2027, 'papers': [], 'days': [{'name': '元旦', 'date': '2027-01-01', 'isOffDay': '1'}]}",
                "{'year': 2027, 'papers': [], 'days': [{'date': '2027-01-01', 'isOffDay': true}]}"
            })
    void what_is_not_a_notice_is_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayNotice.parse(json.replace('\'', '"')));
    }

    @Test
    void a_notice_arranges_its_own_year_and_the_december_before_it() {
        assertThat(aNotice(2023, dayOff("2022-12-31")).days()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> aNotice(2023, dayOff("2022-11-30")));
        assertThatIllegalArgumentException().isThrownBy(() -> aNotice(2023, dayOff("2024-01-01")));
    }

    @Test
    void a_notice_that_names_a_day_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aNotice(2027, dayOff("2027-01-01"), makeUpDay("2027-01-01")))
                .withMessageContaining("2027-01-01");
    }
}
