package cn.onenetwork.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WarningLevelTest {

    @ParameterizedTest
    @CsvSource({
        "20, 20, 5, GREEN",
        "20, 20, 4, YELLOW",
        "20, 20, 0, YELLOW",
        "20, 20, -1, RED",
        "7, 20, 3, GREEN",
        "7, 20, 2, YELLOW",
        "1, 20, 2, GREEN",
        "1, 20, 1, YELLOW",
        "0, 20, 0, YELLOW",
        "20, 0, 2, GREEN",
        "20, 0, 1, YELLOW",
        "20, 50, 10, YELLOW",
        "20, 50, 11, GREEN",
        "20, 100, 20, YELLOW",
        "21, 20, 5, YELLOW",
        "2147483647, 100, 2147483647, YELLOW"
    })
    void how_urgent_a_case_is(int limit, int percent, int remaining, WarningLevel level) {
        assertThat(WarningLevel.of(remaining, Limit.workingDays(limit), percent))
                .isEqualTo(level);
    }

    @Test
    void a_fifth_of_the_limit_warns_where_the_tenant_sets_nothing() {
        assertThat(WarningLevel.DEFAULT_PERCENT).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_share_is_a_percentage(int percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> WarningLevel.of(1, Limit.workingDays(5), percent));
    }
}
