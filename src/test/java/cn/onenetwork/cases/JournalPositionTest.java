package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.platform.Cursor;
import cn.onenetwork.platform.Refusal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalPositionTest {

    @Property
    void a_cursor_of_the_feed_is_the_place_of_its_event(
            @ForAll @LongRange(min = 0) long xid,
            @ForAll @LongRange(min = 0) long id,
            @ForAll @IntRange(min = 1) int sequence) {
        assertThat(JournalPosition.parse(JournalPosition.settledCursor(xid, id, sequence), Locale.ENGLISH))
                .isEqualTo(new JournalPosition(xid, id, null));
        assertThat(JournalPosition.parse(JournalPosition.earlyCursor(xid, id, sequence, xid), Locale.ENGLISH))
                .isEqualTo(new JournalPosition(xid, id, null));
    }

    @Property
    void the_order_is_that_of_transactions_and_then_of_events(
            @ForAll @LongRange(min = 0, max = 5) long xid,
            @ForAll @LongRange(min = 0, max = 5) long id,
            @ForAll @LongRange(min = 0, max = 5) long otherXid,
            @ForAll @LongRange(min = 0, max = 5) long otherId) {
        JournalPosition one = new JournalPosition(xid, id, null);
        JournalPosition other = new JournalPosition(otherXid, otherId, null);

        assertThat(one.isBefore(other)).isEqualTo(xid * 10 + id < otherXid * 10 + otherId);
        assertThat(one.movedTo(other)).isEqualTo(one.isBefore(other) ? other : one);
    }

    @Test
    void an_early_cursor_goes_back_to_what_was_open_and_not_to_what_is_known() {
        JournalPosition position = JournalPosition.parse(JournalPosition.earlyCursor(20, 7, 3, 18), Locale.ENGLISH);

        assertThat(position.isBefore(at(17, 99))).isFalse();
        assertThat(position.isBefore(at(18, 1))).isTrue();
        assertThat(position.isBefore(at(19, 9))).isTrue();
        assertThat(position.isBefore(at(20, 6)))
                .as("written before it in the same transaction")
                .isFalse();
        assertThat(position.isBefore(at(20, 7))).as("the event itself").isFalse();
        assertThat(position.isBefore(at(20, 8))).isTrue();
        assertThat(position.movedTo(at(19, 9)).isBefore(at(20, 7))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7.x", "x.7", "-7.1", "7.-1", "7.8.9", "99999999999999999999.1"})
    void what_is_no_place_is_refused(String key) {
        String cursor = new Cursor("event", key, 1).encoded();

        assertThatThrownBy(() -> JournalPosition.parse(cursor, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.BAD_USER_INPUT));
    }

    private static JournalPosition at(long xid, long id) {
        return new JournalPosition(xid, id, null);
    }
}
