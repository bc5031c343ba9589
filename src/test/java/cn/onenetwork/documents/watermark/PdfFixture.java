package cn.onenetwork.documents.watermark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;

/// PDF files as they are handed in, and what is in them.
public final class PdfFixture {

    private PdfFixture() {}

    /// Three pages: an upright one, one that is turned, and one of another size that is all dark.
    public static byte[] pages() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            page(document, PDRectangle.A4, 0, 0.95f);
            page(document, PDRectangle.A4, 90, 0.95f);
            page(document, new PDRectangle(-50, 20, 1000, 300), 0, 0.05f);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void page(PDDocument document, PDRectangle box, int rotation, float grey) throws IOException {
        PDPage page = new PDPage(box);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(grey);
            content.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
            content.fill();
            // Left as it is by whoever wrote it: what is appended must not be moved by it.
            content.transform(org.apache.pdfbox.util.Matrix.getScaleInstance(0.1f, 0.1f));
        }
    }

    /// All text of a page, from 1, without blanks: letters on the slant are taken for lines of their own.
    public static String text(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document)
                    .lines()
                    .collect(Collectors.joining())
                    .replaceAll("\\s", "");
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
