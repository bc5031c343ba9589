package cn.onenetwork.documents.inspection;

import static cn.onenetwork.documents.inspection.Inspected.JPEG;
import static cn.onenetwork.documents.inspection.Inspected.PNG;
import static cn.onenetwork.documents.inspection.Inspected.assertInspected;
import static cn.onenetwork.documents.inspection.PaperFixture.ascii;
import static cn.onenetwork.documents.inspection.PaperFixture.chunk;
import static cn.onenetwork.documents.inspection.PaperFixture.deflated;
import static cn.onenetwork.documents.inspection.PaperFixture.header;
import static cn.onenetwork.documents.inspection.PaperFixture.join;
import static cn.onenetwork.documents.inspection.PaperFixture.png;

import cn.onenetwork.documents.Rejection;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PictureTest {

    private static final byte[] END = chunk("IEND", new byte[0]);

    /// Ten by ten in grey: ten rows of a filter and ten pixels.
    private static final byte[] SMALL = header(10, 10);

    private static final byte[] PIXELS = chunk("IDAT", deflated(new byte[110]));

    @Test
    void a_png_of_chunks_passes() {
        assertInspected(PNG, png(SMALL, PIXELS, END)).isEmpty();
    }

    @Test
    void pixels_may_come_in_many_chunks() {
        byte[] packed = deflated(new byte[110]);
        byte[] first = chunk("IDAT", PaperFixture.cut(packed, 5));
        byte[] second = chunk("IDAT", Arrays.copyOfRange(packed, 5, packed.length));

        assertInspected(PNG, png(SMALL, first, second, END)).isEmpty();
    }

    @Test
    void an_interlaced_png_has_seven_pictures() {
        byte[] interlaced =
                chunk("IHDR", join(PaperFixture.number(8), PaperFixture.number(8), new byte[] {8, 0, 0, 0, 1}));
        // 1x1, 1x1, 2x1, 2x2, 4x2, 4x4 and 8x4 pixels, and a filter for each of their rows.
        int size = 64 + 1 + 1 + 1 + 2 + 2 + 4 + 4;

        assertInspected(PNG, png(interlaced, chunk("IDAT", deflated(new byte[size])), END))
                .isEmpty();
        assertInspected(PNG, png(interlaced, chunk("IDAT", deflated(new byte[size + 1])), END))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void too_many_pixels_are_refused_by_the_header_alone() {
        assertInspected(PNG, png(header(1_001, 1_000), PIXELS, END)).contains(Rejection.TOO_COMPLEX);
        assertInspected(PNG, png(header(Integer.MAX_VALUE, Integer.MAX_VALUE), PIXELS, END))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void pixels_that_unfold_beyond_the_header_are_a_bomb() {
        assertInspected(PNG, png(SMALL, chunk("IDAT", deflated(new byte[5_000_000])), END))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void packed_text_and_profiles_must_not_unfold_to_a_flood() {
        byte[] bomb = deflated(new byte[9_000_000]);

        assertInspected(PNG, png(SMALL, chunk("zTXt", join(ascii("k\0\0"), bomb)), PIXELS, END))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(PNG, png(SMALL, chunk("iCCP", join(ascii("profile\0\0"), bomb)), PIXELS, END))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(PNG, png(SMALL, chunk("iTXt", join(ascii("k\0\1\0zh\0\0"), bomb)), PIXELS, END))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(PNG, png(SMALL, chunk("zTXt", join(ascii("k\0\0"), deflated(ascii("note")))), PIXELS, END))
                .isEmpty();
        assertInspected(PNG, png(SMALL, chunk("iTXt", ascii("k\0\0\0zh\0\0note")), PIXELS, END))
                .isEmpty();
    }

    @Test
    void a_film_is_no_picture_of_a_paper() {
        assertInspected(PNG, png(SMALL, chunk("acTL", new byte[8]), PIXELS, END))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void missing_rows_and_wrong_check_sums_are_damage() {
        byte[] whole = png(SMALL, PIXELS, END);
        byte[] changed = whole.clone();
        changed[29]++;

        assertInspected(PNG, png(SMALL, END)).contains(Rejection.UNREADABLE);
        assertInspected(PNG, png(SMALL, chunk("IDAT", deflated(new byte[109])), END))
                .contains(Rejection.UNREADABLE);
        assertInspected(PNG, png(SMALL, PIXELS)).contains(Rejection.UNREADABLE);
        assertInspected(PNG, changed).contains(Rejection.UNREADABLE);
    }

    @Test
    void a_jpeg_with_too_many_pixels_is_refused_by_its_frame() {
        byte[] jpeg = PaperFixture.jpeg();
        int frame = ByteSearch.next(jpeg, 0, "\u00ff\u00c0");
        jpeg[frame + 5] = (byte) 0xff;
        jpeg[frame + 7] = (byte) 0xff;

        assertInspected(JPEG, jpeg).contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_jpeg_with_hundreds_of_scans_is_a_bomb() {
        byte[] jpeg = PaperFixture.jpeg();
        int scan = ByteSearch.next(jpeg, 0, "\u00ff\u00da");
        byte[] scans = ascii("\u00ff\u00da\u0000\u0002x".repeat(200));

        assertInspected(JPEG, join(PaperFixture.cut(jpeg, scan), scans, Arrays.copyOfRange(jpeg, scan, jpeg.length)))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_jpeg_without_frame_scan_or_end_is_damaged() {
        byte[] jpeg = PaperFixture.jpeg();

        assertInspected(JPEG, PaperFixture.cut(jpeg, jpeg.length - 2)).contains(Rejection.UNREADABLE);
        assertInspected(JPEG, ascii("\u00ff\u00d8\u00ff\u00e0\u0000\u0002\u00ff\u00d9"))
                .contains(Rejection.UNREADABLE);
        assertInspected(JPEG, PaperFixture.replaced(jpeg, "\u00ff\u00c0", "\u00ff\u00cb"))
                .contains(Rejection.UNREADABLE);
    }
}
