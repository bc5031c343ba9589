package cn.onenetwork.cases;

import cn.onenetwork.platform.Cursor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far a reader of all cases has got: after this event in the order of transactions.
///
/// An id alone is no order to read by: of two transactions at once the one with the higher id may commit first,
/// and the other's event would be passed. So events are ordered by their transaction, and none is read before
/// all transactions below it have ended.
///
/// @param xid   the writing transaction
/// @param id    the event within it
/// @param known an event further on that the reader has from elsewhere; null where there is none
public record JournalPosition(long xid, long id, @Nullable Known known) {

    /// Before the first event.
    public static final JournalPosition START = new JournalPosition(0, 0, null);

    /// An event that came by another way than the feed; what the same transaction wrote before it is known with it.
    record Known(long xid, long id) {}

    /// The position that a cursor of an event stands for.
    ///
    /// The timeline and the feed of one case show an event at once, when transactions below it may still be open.
    /// Their cursors say from where on that is so; the reading begins there, without the event itself.
    ///
    /// @throws cn.onenetwork.platform.Refusal BAD_USER_INPUT where the text is no cursor of an event
    public static JournalPosition parse(String cursor, Locale locale) {
        return Cursor.decode(CaseJournal.CURSOR, cursor, locale, keys -> {
            String[] event = keys.getFirst().split("\\.", 2);
            long xid = natural(event[0]);
            long id = natural(event[1]);
            long settled = keys.size() > 2 ? natural(keys.get(2)) : xid;
            return settled < xid
                    ? new JournalPosition(settled, 0, new Known(xid, id))
                    : new JournalPosition(xid, id, null);
        });
    }

    private static long natural(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new NumberFormatException();
        }
        return number;
    }

    /// Whether the reader has still to be told of an event there.
    public boolean isBefore(JournalPosition event) {
        boolean further = xid < event.xid || xid == event.xid && id < event.id;
        return further && !(known != null && known.xid == event.xid && event.id <= known.id);
    }

    /// As far as another, but not back.
    public JournalPosition movedTo(JournalPosition other) {
        boolean further = xid < other.xid || xid == other.xid && id < other.id;
        return further ? new JournalPosition(other.xid, other.id, known) : this;
    }

    /// The cursor of an event that all transactions below have ended before.
    static String settledCursor(long xid, long id, int sequence) {
        return new Cursor(CaseJournal.CURSOR, xid + "." + id, sequence).encoded();
    }

    /// The cursor of an event that may be shown before its time.
    static String earlyCursor(long xid, long id, int sequence, long settled) {
        return new Cursor(CaseJournal.CURSOR, xid + "." + id, sequence, settled).encoded();
    }
}
