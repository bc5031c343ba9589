package cn.onenetwork.privacy;

import static cn.onenetwork.privacy.AccessFixture.CASE;
import static cn.onenetwork.privacy.AccessFixture.note;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CasePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessVerdictTest {

    private static final AccessChain.Head START = new AccessChain.Head(0, null);

    @Property(tries = 100)
    void a_chain_is_intact_as_it_was_written_also_without_its_beginning(
            @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 12) int forgotten) {
        List<StoredAccess> rows = chain(length);
        int gone = Math.min(forgotten, length);
        AccessChain.Head base = gone == 0 ? START : head(rows.subList(0, gone));

        assertThat(AccessVerdict.of(rows.subList(gone, length), base, head(rows)))
                .isEqualTo(new AccessVerdict(true, length - gone, null));
    }

    @Property(tries = 200)
    void whatever_is_done_to_one_row_is_found_at_its_place(
            @ForAll @IntRange(min = 1, max = 12) int length,
            @ForAll @IntRange(max = 11) int which,
            @ForAll Tampering tampering) {
        List<StoredAccess> rows = chain(length);
        AccessChain.Head head = head(rows);
        int at = which % length;
        switch (tampering) {
            case TAKEN_OUT -> rows.remove(at);
            case CHANGED -> rows.set(at, changed(rows.get(at)));
            case CHANGED_WITH_ITS_HASH -> rows.set(at, rehashed(changed(rows.get(at))));
        }
        AccessVerdict verdict = AccessVerdict.of(rows, START, head);

        assertThat(verdict.intact()).isFalse();
        int place = at + 1;
        boolean fits = tampering == Tampering.CHANGED_WITH_ITS_HASH && at < length - 1;
        assertThat(verdict.brokenAt()).isEqualTo(fits ? place + 1 : place);
    }

    @Test
    void rows_that_were_slipped_in_at_the_end_are_found() {
        List<StoredAccess> rows = chain(3);

        assertThat(AccessVerdict.of(rows, START, head(rows.subList(0, 2)))).isEqualTo(new AccessVerdict(false, 3, 3));
    }

    @Test
    void a_batch_folds_by_reader_and_case_and_the_same_notes_give_the_same_rows() {
        UUID other = UUID.randomUUID();
        List<Note> notes = List.of(
                note("p-one", CasePart.CASE),
                note("p-two", CasePart.CASE),
                note("p-one", CasePart.FORM),
                note("p-one", other, CasePart.LISTED),
                note("p-one", CasePart.CASE));
        List<AccessRow> rows = Note.folded(notes);

        assertThat(rows).isEqualTo(Note.folded(notes));
        assertThat(rows)
                .extracting(AccessRow::id)
                .containsExactly(
                        notes.get(0).id(), notes.get(1).id(), notes.get(3).id());
        assertThat(rows.getFirst().parts()).isEqualTo(Set.of(CasePart.CASE, CasePart.FORM));
        assertThat(rows.getFirst().times()).isEqualTo(2);
        assertThat(rows.get(1).times()).isEqualTo(1);
        assertThat(rows.getLast().caseId()).isEqualTo(other).isNotEqualTo(CASE);
    }

    private static List<StoredAccess> chain(int length) {
        List<StoredAccess> rows = new ArrayList<>();
        AccessChain.Head head = START;
        for (int i = 0; i < length; i++) {
            AccessRow row = Note.folded(List.of(note("p-" + i, CasePart.CASE))).getFirst();
            AccessChain.Head after = head.after(row);
            rows.add(
                    new StoredAccess(row, after.length(), head.hash(), java.util.Objects.requireNonNull(after.hash())));
            head = after;
        }
        return rows;
    }

    private static AccessChain.Head head(List<StoredAccess> rows) {
        return new AccessChain.Head(rows.size(), rows.getLast().hash());
    }

    private static StoredAccess changed(StoredAccess one) {
        AccessRow row = one.row();
        AccessRow other = new AccessRow(
                row.id(),
                row.at(),
                row.actor(),
                row.caseId(),
                row.kind(),
                "AUDIT",
                row.parts(),
                row.times(),
                row.file());
        return new StoredAccess(other, one.position(), one.previous(), one.hash());
    }

    private static StoredAccess rehashed(StoredAccess one) {
        return new StoredAccess(
                one.row(), one.position(), one.previous(), AccessHash.of(one.previous(), one.row(), one.position()));
    }

    enum Tampering {
        TAKEN_OUT,
        CHANGED,
        CHANGED_WITH_ITS_HASH
    }
}
