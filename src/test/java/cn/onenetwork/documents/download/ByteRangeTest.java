package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ByteRangeTest {

    @Property
    void from_one_byte_to_another_is_what_lies_between(
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int last,
            @ForAll @IntRange(min = 1, max = 20) int size) {
        List<Integer> meant = first > last ? all(size) : positions(size, at -> at >= first && at <= last);

        assertThat(given("bytes=" + first + "-" + last, size)).isEqualTo(meant);
    }

    @Property
    void from_one_byte_on_is_all_from_there(
            @ForAll @IntRange(max = 30) int first, @ForAll @IntRange(min = 1, max = 20) int size) {
        assertThat(given("bytes=" + first + "-", size)).isEqualTo(positions(size, at -> at >= first));
    }

    @Property
    void the_last_bytes_are_counted_from_the_end(
            @ForAll @IntRange(max = 30) int length, @ForAll @IntRange(min = 1, max = 20) int size) {
        assertThat(given("bytes=-" + length, size)).isEqualTo(positions(size, at -> at >= size - length));
    }

    @Property
    void any_text_gives_a_part_of_what_is_there(
            @ForAll @CharRange(from = '0', to = '9') @Chars({'-', ',', ' '}) @StringLength(max = 12) String header,
            @ForAll @IntRange(min = 1) int size) {
        assertThat(ByteRange.asked("bytes=" + header, size).stream()).allSatisfy(range -> {
            assertThat(range.from()).isBetween(0L, size - 1L);
            assertThat(range.length()).isBetween(1L, size - range.from());
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "items=0-1",
                "bytes=2-1",
                "bytes=+1-2",
                "bytes=1-2x",
                "bytes=１-２",
                "bytes 1-2"
            })
    void what_is_no_single_range_counts_as_absent(String header) {
        assertThat(ByteRange.asked(header, 10)).contains(ByteRange.whole(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1-2", "Bytes=1-2", "bytes= 1-2 ", "bytes=0000000000000000000000001-2"})
    void a_single_range_may_be_written_in_several_ways(String header) {
        assertThat(ByteRange.asked(header, 10)).contains(new ByteRange(1, 2));
    }

    @Test
    void numbers_beyond_all_sizes_are_beyond_the_end() {
        String huge = "9".repeat(40);

        assertThat(ByteRange.asked("bytes=" + huge + "-", 10)).isEmpty();
        assertThat(ByteRange.asked("bytes=3-" + huge, 10)).contains(new ByteRange(3, 7));
        assertThat(ByteRange.asked("bytes=-" + huge, 10)).contains(ByteRange.whole(10));
    }

    private static List<Integer> all(int size) {
        return positions(size, _ -> true);
    }

    private static List<Integer> positions(int size, java.util.function.IntPredicate meant) {
        return IntStream.range(0, size).filter(meant).boxed().toList();
    }

    private static List<Integer> given(String header, int size) {
        Optional<ByteRange> range = ByteRange.asked(header, size);
        return range.map(one -> positions(size, at -> at >= one.from() && at <= one.to()))
                .orElse(List.of());
    }
}
