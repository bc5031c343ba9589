package cn.onenetwork.documents.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PdfWatermarkTest {

    private static final Lettering LETTERING = new Lettering();
    private static final Watermark WATERMARK = new Watermark(
            "示例受理员甲 · ht-approval", "办件办理", "case handling", "520198202611230000014", LocalDate.of(2026, 12, 23));
    private static final int MANY = 50_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void every_page_says_who_took_it_what_for_and_until_when(int page) throws IOException {
        assertThat(PdfFixture.text(copy(PdfFixture.pages()), page))
                .contains(
                        "示例受理员甲·ht-approval",
                        "仅限本次政务服务使用·办件办理520198202611230000014",
                        "Forthisgovernmentserviceonly·casehandling·有效期至until2026-12-23");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void it_is_seen_all_over_every_page_and_leaves_the_page_readable(int page) throws IOException {
        byte[] original = PdfFixture.pages();
        BufferedImage before = rendered(original, page);
        BufferedImage after = rendered(copy(original), page);

        assertThat(Difference.least(before, after)).isGreaterThan(0.005);
        assertThat(Difference.share(before, after)).isLessThan(0.35);
    }

    @Test
    void the_same_copy_is_the_same_to_the_byte() throws IOException {
        byte[] original = PdfFixture.pages();

        assertThat(copy(original)).isEqualTo(copy(original));
    }

    @Test
    void the_original_cannot_be_cut_out_of_the_copy() throws IOException {
        byte[] original = PdfFixture.pages();
        byte[] copy = copy(original);

        assertThat(java.util.Arrays.copyOf(copy, original.length)).isNotEqualTo(original);
    }

    @Test
    void rare_characters_are_written_and_unknown_ones_do_no_harm() throws IOException {
        Path to = folder.resolve("copy");
        Watermark rare = new Watermark("㐂䶵龥 😀 \u0000 \u202e Ø", "办件办理", "audit", "", LocalDate.of(2026, 12, 23));
        PdfWatermark.draw(Files.write(folder.resolve("original"), PdfFixture.pages()), to, rare, LETTERING, 1, MANY);

        assertThat(PdfFixture.text(Files.readAllBytes(to), 1)).contains("㐂䶵龥???Ø");
    }

    @Test
    void a_file_that_may_be_read_but_not_changed_gets_one_too() throws IOException {
        Path locked = folder.resolve("locked");
        try (PDDocument document = Loader.loadPDF(PdfFixture.pages())) {
            AccessPermission reading = new AccessPermission();
            reading.setCanModify(false);
            document.protect(new StandardProtectionPolicy("owner", "", reading));
            document.save(locked.toFile());
        }

        assertThat(PdfFixture.text(copy(Files.readAllBytes(locked)), 1)).contains("示例受理员甲");
    }

    @Test
    void a_file_of_too_many_objects_is_refused() throws IOException {
        Path from = Files.write(folder.resolve("original"), PdfFixture.pages());

        assertThatExceptionOfType(NoCopy.class)
                .isThrownBy(() -> PdfWatermark.draw(from, folder.resolve("copy"), WATERMARK, LETTERING, 1, 5));
    }

    @Test
    void a_damaged_file_is_refused() {
        assertThatExceptionOfType(NoCopy.class).isThrownBy(() -> copy(new byte[] {'%', 'P', 'D', 'F'}));
    }

    private byte[] copy(byte[] original) throws IOException {
        Path to = folder.resolve("copy");
        PdfWatermark.draw(Files.write(folder.resolve("original"), original), to, WATERMARK, LETTERING, 1, MANY);
        return Files.readAllBytes(to);
    }

    private static BufferedImage rendered(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, 72);
        }
    }
}
