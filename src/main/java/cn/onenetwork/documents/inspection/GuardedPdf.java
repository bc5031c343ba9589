package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/// PDFBox's parser with a guard at each place where it would take as much memory as the file asks for: streams that
/// hold
/// objects or the table of objects are unfolded with a counter before the parser unfolds them into memory, and objects
/// are counted while they are made.
final class GuardedPdf extends PDFParser {

    /// A million entries; ten thousand pages have no more.
    private static final long LARGEST_TABLE = 4L * 1024 * 1024;

    private static final long LARGEST_OBJECT_STREAM = 32L * 1024 * 1024;

    /// Each takes some hundred bytes.
    private static final int MOST_OBJECTS = 2_000_000;

    private static final String NO_PASSWORD = "";

    private final Budget budget;
    private final PdfStreams streams;
    private final Set<Long> measured = new HashSet<>();
    private long inObjectStreams;
    private int objects;
    private boolean unclear;

    private GuardedPdf(RandomAccessRead source, Budget budget) throws IOException {
        super(source, NO_PASSWORD);
        this.budget = budget;
        this.streams = new PdfStreams(budget);
    }

    /// Opens the file; where it is not well made either not at all, or by guessing what was meant, as viewers do.
    static Opened open(OpenFile file, boolean guessing) throws IOException {
        RandomAccessRead source = new RandomAccessReadBufferedFile(file.path());
        try {
            GuardedPdf parser = new GuardedPdf(source, file.budget());
            return new Opened(parser.parse(guessing), parser);
        } catch (IOException | RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    /// Readers forgive an object that they cannot read, each in a way of its own. What is not clear is not passed.
    @Override
    public COSBase dereferenceCOSObject(COSObject reference) throws IOException {
        try {
            return super.dereferenceCOSObject(reference);
        } catch (IOException failure) {
            unclear = true;
            throw failure;
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        if (++objects > MOST_OBJECTS) {
            throw budget.exceeded();
        }
        if (objects % 256 == 0) {
            budget.requireKept();
        }
        return super.parseDirObject();
    }

    /// The table of objects is never encrypted, so it is measured as soon as it is there. Entries of no width would be
    /// read from it for ever.
    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        if (COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE)) || dictionary.containsKey(COSName.W)) {
            COSArray widths = dictionary.getCOSArray(COSName.W);
            if (widths == null
                    || widths.toCOSNumberIntegerList().stream().allMatch(width -> width == null || width <= 0)) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            streams.requireSimple(stream);
            streams.measure(stream, budget.part(LARGEST_TABLE));
        }
        return stream;
    }

    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (measured.add(number)
                && document.getObjectFromPool(new COSObjectKey(number, 0)).getObject() instanceof COSStream stream) {
            streams.requireSimple(stream);
            ObjectCount counted = new ObjectCount(budget.part(LARGEST_OBJECT_STREAM));
            streams.measure(stream, counted);
            inObjectStreams += counted.size();
            objects += counted.objects();
            if (inObjectStreams > LARGEST_OBJECT_STREAM || objects > MOST_OBJECTS) {
                throw budget.exceeded();
            }
        }
        return super.parseObjectStreamObject(number, key);
    }

    /// An open document, and whether all of it could be read.
    record Opened(PDDocument document, GuardedPdf parser) implements Closeable {

        /// To be asked after every object was looked at.
        void requireClear() throws IOException {
            if (parser.unclear) {
                throw new IOException("an object cannot be read");
            }
        }

        @Override
        public void close() throws IOException {
            document.close();
        }
    }
}
