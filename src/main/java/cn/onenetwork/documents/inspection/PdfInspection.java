package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// A PDF (ISO 32000): complete, to be opened without a password, with no more pages than anybody reads, and nothing in
/// it that runs.
final class PdfInspection implements Inspection {

    private static final String END = "%%EOF";
    private static final int PIECE = 64 * 1024;

    /// Viewers look for the end this far from the end of the file.
    private static final int VIEWERS_LOOK = 2048;

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        long end = end(file);
        SecondFaces.behind(file, end);
        if (end < file.size() - VIEWERS_LOOK) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        try {
            read(file, false);
        } catch (Rejected | InvalidPasswordException refused) {
            throw refused;
        } catch (IOException | RuntimeException unclear) {
            file.budget().requireKept();
            guess(file);
        }
    }

    /// The guessing goes around the guards, so it is only for files in which there is nothing to guard.
    private static void guess(OpenFile file) throws IOException {
        if (!PdfRepair.isHarmless(file)) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        read(file, true);
    }

    private static void read(OpenFile file, boolean guessing) throws IOException {
        try (GuardedPdf.Opened pdf = GuardedPdf.open(file, guessing)) {
            file.budget().requireKept();
            requirePages(pdf.document(), file.budget());
            new PdfContent(pdf.document(), file.budget()).inspect();
            file.budget().requireKept();
            pdf.requireClear();
        }
    }

    /// The first byte behind the last end mark.
    private static long end(OpenFile file) throws IOException {
        for (long from = file.size() - PIECE; from > -PIECE; from -= PIECE - END.length()) {
            file.budget().tick();
            long start = Math.max(0, from);
            int at = ByteSearch.last(file.bytes(start, PIECE), END);
            if (at >= 0) {
                return start + at + END.length();
            }
        }
        throw new Rejected(Rejection.UNREADABLE);
    }

    private static void requirePages(PDDocument document, Budget budget) throws Rejected {
        int most = budget.limits().pages();
        if (document.getNumberOfPages() > most) {
            throw budget.exceeded();
        }
        int pages = 0;
        for (var _ : document.getPages()) {
            if (++pages > most) {
                throw budget.exceeded();
            }
        }
        budget.requireKept();
        if (pages == 0) {
            throw new Rejected(Rejection.UNREADABLE);
        }
    }
}
