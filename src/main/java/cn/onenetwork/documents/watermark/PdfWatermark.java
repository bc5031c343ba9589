package cn.onenetwork.documents.watermark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// Writes a watermark over all pages of one PDF file.
///
/// The file is read from disk and what is made of it is kept on disk. It is written anew as a whole: with the
/// watermark in an appended part the original would only have to be cut free. Signatures in the copy are broken by
/// it; the signed file is the original.
final class PdfWatermark {

    private static final float OPACITY = 0.3f;
    private static final float GREY = 0.35f;

    private final PDDocument document;
    private final Lettering lettering;
    private final List<String> lines;
    private final Map<Lettering.Face, PDFont> fonts = new EnumMap<>(Lettering.Face.class);
    private final Map<Area, PDFormXObject> patterns = new HashMap<>();

    private PdfWatermark(PDDocument document, Lettering lettering, Watermark watermark) {
        this.document = document;
        this.lettering = lettering;
        this.lines = watermark.lines();
    }

    /// @param seed       the same for the same copy, which then comes out the same to the byte
    /// @param maxObjects of which a file may consist
    /// @throws NoCopy where the file has more objects, or is damaged
    static void draw(Path from, Path to, Watermark watermark, Lettering lettering, long seed, int maxObjects) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(from.toFile()),
                "",
                null,
                null,
                IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getDocument().getXrefTable().size() > maxObjects) {
                throw new NoCopy("a PDF file of too many objects");
            }
            document.setAllSecurityToBeRemoved(true);
            document.setDocumentId(seed);
            new PdfWatermark(document, lettering, watermark).draw();
            document.save(to.toFile());
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof NoCopy known ? known : new NoCopy("a PDF file that cannot be copied", damaged);
        }
    }

    private void draw() throws IOException {
        for (Lettering.Face face : Lettering.Face.values()) {
            try (InputStream file = face.open()) {
                fonts.put(face, PDType0Font.load(document, file, true));
            }
        }
        for (PDPage page : document.getPages()) {
            PDFormXObject pattern = pattern(new Area(page));
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content.drawForm(pattern);
            }
        }
        for (PDFont font : fonts.values()) {
            // A drawing of its own does not tell the document which letters it used.
            font.subset();
        }
    }

    private PDFormXObject pattern(Area area) throws IOException {
        PDFormXObject known = patterns.get(area);
        if (known != null) {
            return known;
        }
        PDFormXObject pattern = new PDFormXObject(document);
        pattern.setBBox(area.box());
        pattern.setResources(new PDResources());
        try (PDFormContentStream content = new PDFormContentStream(pattern)) {
            content.setGraphicsStateParameters(translucent());
            content.setRenderingMode(RenderingMode.FILL_STROKE);
            content.setNonStrokingColor(GREY);
            content.setStrokingColor(1f);
            write(content, area);
        }
        patterns.put(area, pattern);
        return pattern;
    }

    private static PDExtendedGraphicsState translucent() {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(OPACITY);
        state.setStrokingAlphaConstant(OPACITY);
        return state;
    }

    private void write(PDFormContentStream content, Area area) throws IOException {
        Tiling tiling = Tiling.of(area.box().getWidth(), area.box().getHeight(), longest(), lines.size());
        content.setLineWidth((float) (tiling.size() / 40));
        Matrix slanted = Matrix.getRotateInstance(
                Math.toRadians(Tiling.SLANT + area.rotation),
                area.box().getLowerLeftX() + area.box().getWidth() / 2,
                area.box().getLowerLeftY() + area.box().getHeight() / 2);
        for (var place : tiling.places()) {
            for (int line = 0; line < lines.size(); line++) {
                float down = (float) (place.getY() - line * Tiling.LEADING * tiling.size());
                Matrix start = slanted.clone();
                start.translate((float) place.getX(), down);
                write(content, lines.get(line), start, (float) tiling.size());
            }
        }
    }

    private void write(PDFormContentStream content, String line, Matrix start, float size) throws IOException {
        content.beginText();
        content.setTextMatrix(start);
        for (Lettering.Run run : lettering.runs(line)) {
            content.setFont(fonts.get(run.face()), size);
            content.showText(run.text());
        }
        content.endText();
    }

    private double longest() {
        return lines.stream()
                .mapToDouble(line -> lettering.outline(line).width())
                .max()
                .orElse(1);
    }

    /// What is seen of a page, and how it is turned; pages of the same area share one drawing.
    private record Area(float x, float y, float width, float height, int rotation) {

        Area(PDPage page) {
            this(page.getCropBox(), page.getRotation());
        }

        private Area(PDRectangle box, int rotation) {
            this(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight(), rotation);
        }

        PDRectangle box() {
            return new PDRectangle(x, y, width, height);
        }
    }
}
