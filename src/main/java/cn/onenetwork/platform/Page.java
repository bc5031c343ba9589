package cn.onenetwork.platform;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list that is paged by key: its rows, and whether there is more on either side.
public record Page<T>(List<T> rows, boolean hasNext, boolean hasPrevious) {

    /// Cuts the one row off that was read to learn whether there is more.
    public static <T> Page<T> of(List<T> oneMore, Request request) {
        boolean hasNext = oneMore.size() > request.first();
        return new Page<>(
                hasNext ? List.copyOf(oneMore.subList(0, request.first())) : oneMore, hasNext, request.after() != null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(rows.stream().<R>map(mapper).toList(), hasNext, hasPrevious);
    }

    public PageInfo info(Function<? super T, String> cursor) {
        return rows.isEmpty()
                ? new PageInfo(hasNext, hasPrevious, null, null)
                : new PageInfo(hasNext, hasPrevious, cursor.apply(rows.getFirst()), cursor.apply(rows.getLast()));
    }

    /// What is asked for: so many rows after a cursor.
    ///
    /// @param first 1 to 100
    /// @param after the cursor as the client gave it; null from the start
    public record Request(int first, @Nullable String after, Locale locale) {

        public static final int LARGEST = 100;

        /// @throws Refusal BAD_USER_INPUT where `first` is not 1 to 100
        public Request {
            if (first < 1 || first > LARGEST) {
                throw Refusal.badInput("first", locale);
            }
        }

        /// One row more than asked for, to learn whether there is more.
        public int oneMore() {
            return first + 1;
        }

        /// The key behind the cursor; null where the list is read from its start.
        public <K> @Nullable K key(String kind, Function<List<String>, K> reader) {
            return after == null ? null : Cursor.decode(kind, after, locale, reader);
        }
    }
}
