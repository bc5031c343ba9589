package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/// How far the streams of a PDF unfold, found by unfolding them into a counter.
final class PdfStreams {

    /// What makes more of less. One of them is enough for anybody: two in a row make a million of one.
    private static final Set<String> UNFOLDING =
            Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

    /// What writes bytes as letters, and so makes less of more.
    private static final Set<String> LETTERS = Set.of("ASCIIHexDecode", "AHx", "ASCII85Decode", "A85");

    /// A row of pixels that a predictor keeps in memory.
    private static final long WIDEST_ROW = 1_000_000;

    private static final int MOST_FILTERS = 4;
    private static final int MOST_LETTERS = 32 * 1024 * 1024;

    private final Budget budget;

    PdfStreams(Budget budget) {
        this.budget = budget;
    }

    /// Streams that hold structure are packed once or not at all.
    void requireSimple(COSStream stream) throws IOException {
        List<String> filters = filters(stream);
        if (filters.size() > 1 || !Set.of("FlateDecode", "Fl").containsAll(filters)) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
    }

    /// Unfolds into the counter. Pictures in formats of their own stay as they are: their size stands in the
    /// dictionary.
    void measure(COSStream stream, OutputStream counter) throws IOException {
        List<String> filters = filters(stream);
        requireNarrowRows(stream);
        if (filters.size() > MOST_FILTERS
                || filters.stream().filter(UNFOLDING::contains).count() > 1) {
            throw budget.exceeded();
        }
        try (InputStream raw = stream.createRawInputStream()) {
            unfold(raw, filters, 0, counter);
        }
    }

    private void unfold(InputStream packed, List<String> filters, int at, OutputStream counter) throws IOException {
        String filter = at < filters.size() ? filters.get(at) : "";
        if (LETTERS.contains(filter)) {
            Bounded letters = new Bounded();
            decode(filter, packed, letters);
            unfold(new ByteArrayInputStream(letters.toByteArray()), filters, at + 1, counter);
        } else if (UNFOLDING.contains(filter)) {
            decode(filter, packed, counter);
        } else if (filter.isEmpty()) {
            packed.transferTo(counter);
        }
    }

    /// Damage in a stream is the viewer's to forgive; only what was counted matters.
    private void decode(String filter, InputStream packed, OutputStream unfolded) throws IOException {
        try {
            var _ = FilterFactory.INSTANCE.getFilter(filter).decode(packed, unfolded, new COSDictionary(), 0);
        } catch (Rejected rejected) {
            throw rejected;
        } catch (IOException | RuntimeException damaged) {
            budget.requireKept();
        }
    }

    private static List<String> filters(COSStream stream) throws Rejected {
        COSBase filters = stream.getFilters();
        List<String> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.getObject(i) instanceof COSName name)) {
                    throw new Rejected(Rejection.UNREADABLE);
                }
                names.add(name.getName());
            }
        }
        return names;
    }

    private void requireNarrowRows(COSStream stream) throws Rejected {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        List<COSBase> all = new ArrayList<>();
        if (parameters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                all.add(array.getObject(i));
            }
        } else {
            all.add(parameters);
        }
        for (COSBase one : all) {
            if (one instanceof COSDictionary dictionary && row(dictionary) > WIDEST_ROW) {
                throw budget.exceeded();
            }
        }
    }

    private static long row(COSDictionary parameters) {
        long colors = Math.max(1, parameters.getInt(COSName.COLORS, 1));
        long bits = Math.max(1, parameters.getInt(COSName.BITS_PER_COMPONENT, 8));
        long columns = Math.max(1, parameters.getInt(COSName.COLUMNS, 1));
        return Math.min(colors, 64) * Math.min(bits, 64) * columns / 8;
    }

    /// Letters become fewer bytes, so what is kept here is less than the file.
    private final class Bounded extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, Math.min(length, MOST_LETTERS - count));
        }

        @Override
        public synchronized void write(int one) {
            if (count < MOST_LETTERS) {
                super.write(one);
            }
        }
    }
}
