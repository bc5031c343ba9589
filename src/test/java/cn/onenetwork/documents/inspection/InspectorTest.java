package cn.onenetwork.documents.inspection;

import static cn.onenetwork.documents.inspection.Inspected.JPEG;
import static cn.onenetwork.documents.inspection.Inspected.OFD;
import static cn.onenetwork.documents.inspection.Inspected.PDF;
import static cn.onenetwork.documents.inspection.Inspected.PNG;
import static cn.onenetwork.documents.inspection.Inspected.assertInspected;
import static cn.onenetwork.documents.inspection.PaperFixture.ascii;
import static cn.onenetwork.documents.inspection.PaperFixture.join;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.documents.Rejection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InspectorTest {

    private static final Map<String, byte[]> PAPERS = Map.of(
            PDF, PaperFixture.pdf(3),
            OFD, PaperFixture.ofd(),
            JPEG, PaperFixture.jpeg(),
            PNG, PaperFixture.png());
    private static final byte[] ZIP = PaperFixture.zip(Map.of("a.txt", ascii("something")));

    @Test
    void a_paper_passes_as_what_it_is_and_as_nothing_else() {
        PAPERS.forEach((type, bytes) -> PAPERS.keySet()
                .forEach(other -> assertThat(Inspected.as(other, bytes))
                        .as("%s as %s", type, other)
                        .isEqualTo(type.equals(other) ? Optional.empty() : Optional.of(Rejection.TYPE_MISMATCH))));
    }

    @Test
    void the_announced_type_may_be_written_in_capitals() {
        assertInspected("Application/PDF", PAPERS.get(PDF)).isEmpty();
    }

    @Test
    void a_type_that_nobody_asked_for_never_passes() {
        assertInspected("text/plain", ascii("harmless")).contains(Rejection.TYPE_MISMATCH);
        assertInspected("application/zip", ZIP).contains(Rejection.TYPE_MISMATCH);
    }

    @Test
    void leading_bytes_are_not_forgiven() {
        PAPERS.forEach((type, bytes) ->
                assertInspected(type, join(ascii("\n"), bytes)).as(type).contains(Rejection.TYPE_MISMATCH));
    }

    @Test
    void a_package_behind_a_paper_makes_two_files_of_it() {
        PAPERS.forEach((type, bytes) ->
                assertInspected(type, join(bytes, ZIP)).as(type).contains(Rejection.POLYGLOT));
    }

    @Test
    void a_program_or_a_page_behind_a_picture_or_a_pdf_makes_two_files_of_it() {
        for (String type : new String[] {PDF, JPEG, PNG}) {
            for (String other : new String[] {
                "MZ\u0090\u0000",
                "\n\n#!/bin/sh",
                "%PDF-1.7",
                "<html>",
                "xx<ScRiPt>",
                "\u007fELF",
                "Rar!\u001a\u0007",
                "\u001f\u008b\u0008"
            }) {
                assertInspected(type, join(PAPERS.get(type), ascii(other)))
                        .as("%s and %s", type, other)
                        .contains(Rejection.POLYGLOT);
            }
        }
    }

    @Test
    void another_face_in_the_first_kilobyte_makes_two_files_of_it() {
        byte[] comment = PaperFixture.chunk("tEXt", ascii("Comment\0 %PDF-1.4 1 0 obj"));
        byte[] png = PAPERS.get(PNG);
        byte[] header = PaperFixture.cut(png, 33);
        byte[] rest = Arrays.copyOfRange(png, 33, png.length);

        assertInspected(PNG, join(header, comment, rest)).contains(Rejection.POLYGLOT);
        assertInspected(PDF, join(ascii("%PDF-1.4\n%<script>alert(1)</script>\n"), PAPERS.get(PDF)))
                .contains(Rejection.POLYGLOT);
    }

    @Test
    void what_cameras_append_to_a_picture_is_nobodys_harm() {
        assertInspected(JPEG, join(PAPERS.get(JPEG), PAPERS.get(JPEG))).isEmpty();
        assertInspected(JPEG, join(PAPERS.get(JPEG), ascii("\0\0\0\u0018ftypmp42film")))
                .isEmpty();
    }

    @Test
    void time_is_limited() {
        Limits hurry = new Limits(Duration.ofNanos(1), 1_000_000, 50, 100, 40_000_000, 10_000_000);

        PAPERS.forEach((type, bytes) ->
                assertThat(Inspected.as(type, bytes, hurry)).as(type).contains(Rejection.TOO_COMPLEX));
    }

    @Property(tries = 100)
    void a_paper_that_was_cut_off_never_passes_as_another_type_nor_as_a_whole(
            @ForAll @IntRange(max = 1_000_000) int cut) {
        PAPERS.forEach((type, bytes) -> PAPERS.keySet().forEach(other -> {
            byte[] part = PaperFixture.cut(bytes, cut % (bytes.length - 1));
            assertInspected(other, part).as("%s as %s", type, other).isPresent();
        }));
    }

    @Property(tries = 100)
    void arbitrary_bytes_never_pass_even_behind_a_signature(
            @ForAll long seed, @ForAll @IntRange(max = 3000) int length) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);

        PAPERS.forEach((type, bytes) -> {
            assertInspected(type, noise).isPresent();
            assertInspected(type, join(PaperFixture.cut(bytes, 8), noise)).isPresent();
        });
    }

    @Property(tries = 100)
    void damage_anywhere_ends_in_a_verdict(@ForAll @IntRange(max = 1_000_000) int place, @ForAll byte other) {
        PAPERS.forEach((type, bytes) -> {
            byte[] damaged = bytes.clone();
            damaged[place % bytes.length] = other;
            assertThat(Inspected.as(type, damaged)).isNotNull();
        });
    }
}
