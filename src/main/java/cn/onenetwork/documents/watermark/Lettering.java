package cn.onenetwork.documents.watermark;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters of watermarks, from the two fonts that the service carries: one for Latin, one for Chinese.
///
/// A picture gets the outlines of the letters, so that neither fonts of the system nor its font libraries are
/// needed. The parsed fonts read from one shared position, so that only one text is outlined at a time.
final class Lettering {

    /// Which of the two fonts has a letter.
    enum Face {
        LATIN("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
        CHINESE("/watermark/DroidSansFallbackFull.ttf");

        private final String resource;

        Face(String resource) {
            this.resource = resource;
        }

        /// The whole font.
        InputStream open() {
            return Objects.requireNonNull(Lettering.class.getResourceAsStream(resource), resource);
        }
    }

    /// A piece of text that one font can write.
    record Run(Face face, String text) {}

    /// Outlines of a text, from the left end of its base line, upwards, one unit to the em.
    record Outline(Path2D path, double width) {}

    private static final int REPLACEMENT = '?';

    private final List<Font> fonts = List.of(new Font(Face.LATIN), new Font(Face.CHINESE));

    /// The text in pieces that one font can write each; what neither has becomes a question mark.
    synchronized List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Face face = Face.LATIN;
        for (int given : text.codePoints().toArray()) {
            int character = fonts.stream().anyMatch(font -> font.has(given)) ? given : REPLACEMENT;
            Face needed = faceOf(character);
            if (needed != face && !open.isEmpty()) {
                runs.add(new Run(face, open.toString()));
                open.setLength(0);
            }
            face = needed;
            open.appendCodePoint(character);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(face, open.toString()));
        }
        return runs;
    }

    private Face faceOf(int character) {
        return fonts.stream()
                .filter(font -> font.has(character))
                .findFirst()
                .map(font -> font.face)
                .orElse(Face.LATIN);
    }

    synchronized Outline outline(String text) {
        Path2D path = new Path2D.Double();
        double x = 0;
        for (Run run : runs(text)) {
            Font font = fonts.get(run.face().ordinal());
            for (int character : run.text().codePoints().toArray()) {
                x += font.write(character, x, path);
            }
        }
        return new Outline(path, x);
    }

    /// A font, parsed once.
    private static final class Font {

        private final Face face;
        private final TrueTypeFont font;
        private final CmapLookup characters;

        Font(Face face) {
            this.face = face;
            try (InputStream file = face.open()) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                characters = font.getUnicodeCmapLookup();
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }

        /// Controls and marks of direction have outlines of their own in some fonts, and none is wanted.
        boolean has(int character) {
            return !Character.isISOControl(character)
                    && Character.getType(character) != Character.FORMAT
                    && characters.getGlyphId(character) != 0;
        }

        /// Adds the outline of a letter; returns how far it moves on.
        double write(int character, double x, Path2D path) {
            try {
                double em = font.getUnitsPerEm();
                int glyph = characters.getGlyphId(character);
                GlyphData outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(1 / em, 1 / em);
                    path.append(outline.getPath().getPathIterator(place), false);
                }
                return font.getAdvanceWidth(glyph) / em;
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
    }
}
