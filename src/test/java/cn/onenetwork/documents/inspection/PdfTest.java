package cn.onenetwork.documents.inspection;

import static cn.onenetwork.documents.inspection.Inspected.PDF;
import static cn.onenetwork.documents.inspection.Inspected.assertInspected;
import static cn.onenetwork.documents.inspection.PaperFixture.ascii;
import static cn.onenetwork.documents.inspection.PaperFixture.deflated;
import static cn.onenetwork.documents.inspection.PaperFixture.join;
import static cn.onenetwork.documents.inspection.PaperFixture.oldPdf;
import static cn.onenetwork.documents.inspection.PaperFixture.pdf;
import static cn.onenetwork.documents.inspection.PaperFixture.replaced;

import cn.onenetwork.documents.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PdfTest {

    private static final byte[] FLOOD = new byte[11_000_000];

    @Test
    void old_and_new_ones_pass() {
        assertInspected(PDF, pdf(50)).isEmpty();
        assertInspected(PDF, oldPdf(_ -> {})).isEmpty();
    }

    @Test
    void more_pages_than_anybody_reads_are_too_many() {
        assertInspected(PDF, pdf(51)).contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_password_to_change_it_is_no_hindrance_but_one_to_open_it_is() {
        assertInspected(PDF, PaperFixture.lockedPdf("owner", "")).isEmpty();
        assertInspected(PDF, PaperFixture.lockedPdf("owner", "user")).contains(Rejection.UNREADABLE);
    }

    @Test
    void what_viewers_repair_by_reading_all_of_it_passes_where_that_is_safe() {
        byte[] old = oldPdf(_ -> {});
        int table = ByteSearch.last(old, "startxref\n") + "startxref\n".length();
        byte[] elsewhere = old.clone();
        elsewhere[table] = '9';

        assertInspected(PDF, elsewhere).isEmpty();
    }

    @Test
    void without_pages_or_without_objects_it_is_damaged() {
        assertInspected(PDF, pdf(document -> document.removePage(0))).contains(Rejection.UNREADABLE);
        assertInspected(PDF, ascii("%PDF-1.7\nnothing\nstartxref\n0\n%%EOF\n")).contains(Rejection.UNREADABLE);
        assertInspected(PDF, join(pdf(1), new byte[3000])).contains(Rejection.UNREADABLE);
    }

    @Test
    void code_is_found_wherever_it_hides() {
        assertInspected(
                        PDF,
                        pdf(document ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))))
                .contains(Rejection.ACTIVE_CONTENT);
        assertInspected(PDF, oldPdf(PdfTest::launch)).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(PDF, pdf(document -> put(document, "Lost", dictionary("S", COSName.getPDFName("JavaScript")))))
                .contains(Rejection.ACTIVE_CONTENT);
        assertInspected(PDF, pdf(document -> put(document, "AcroForm", dictionary("XFA", new COSArray()))))
                .contains(Rejection.ACTIVE_CONTENT);
        assertInspected(
                        PDF,
                        pdf(document -> put(document, "Lost", dictionary("Subtype", COSName.getPDFName("RichMedia")))))
                .contains(Rejection.ACTIVE_CONTENT);
    }

    @Test
    void code_is_found_in_names_that_are_written_in_numbers() {
        byte[] plain = oldPdf(PdfTest::launch);
        byte[] hidden = replaced(plain, "/Launch", "/#4Caun");

        assertInspected(
                        PDF,
                        replaced(
                                oldPdf(document ->
                                        put(document, "Lost", dictionary("S", COSName.getPDFName("Launchxx")))),
                                "/Launchxx",
                                "/#4Caunch"))
                .contains(Rejection.ACTIVE_CONTENT);
        assertInspected(PDF, hidden).isEmpty();
    }

    @Test
    void code_is_found_behind_the_encryption_that_needs_no_password() {
        assertInspected(PDF, pdf(document -> {
                    launch(document);
                    document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                }))
                .contains(Rejection.ACTIVE_CONTENT);
    }

    @Test
    void links_to_the_web_run_nothing() {
        assertInspected(PDF, pdf(document -> {
                    PDActionURI action = new PDActionURI();
                    action.setURI("https://example.org");
                    PDAnnotationLink link = new PDAnnotationLink();
                    link.setAction(action);
                    document.getPage(0).getAnnotations().add(link);
                }))
                .isEmpty();
    }

    @Test
    void only_data_may_be_attached() {
        assertInspected(PDF, pdf(document -> attach(document, "<?xml version=\"1.0\"?><invoice/>")))
                .isEmpty();
        assertInspected(PDF, pdf(document -> attach(document, "MZ program"))).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(PDF, pdf(document -> attach(document, "just text"))).contains(Rejection.ACTIVE_CONTENT);
    }

    @Test
    void streams_that_unfold_to_a_flood_are_bombs() {
        assertInspected(PDF, withStream(deflated(FLOOD), COSName.FLATE_DECODE)).contains(Rejection.TOO_COMPLEX);
        assertInspected(PDF, withStream(runs(11_000_000), COSName.RUN_LENGTH_DECODE))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(
                        PDF,
                        withStream(
                                join(ascii(HexFormat.of().formatHex(deflated(FLOOD))), ascii(">")),
                                COSName.ASCII_HEX_DECODE,
                                COSName.FLATE_DECODE))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(PDF, withStream(deflated(deflated(FLOOD)), COSName.FLATE_DECODE, COSName.FLATE_DECODE))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(PDF, withStream(deflated(new byte[1_000_000]), COSName.FLATE_DECODE))
                .isEmpty();
    }

    @Test
    void many_streams_that_are_each_small_enough_are_a_bomb_together() {
        byte[] one = deflated(new byte[9_000_000]);
        assertInspected(PDF, pdf(document -> {
                    for (int i = 0; i < 5; i++) {
                        put(document, "S" + i, PaperFixture.stream(document, one, COSName.FLATE_DECODE));
                    }
                }))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_by_its_size() {
        assertInspected(PDF, pdf(document -> {
                    COSStream picture = PaperFixture.stream(document, PaperFixture.jpeg(), COSName.DCT_DECODE);
                    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
                    picture.setLong(COSName.WIDTH, 100_000);
                    picture.setLong(COSName.HEIGHT, 100_000);
                    put(document, "Picture", picture);
                }))
                .contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_bomb_of_objects_is_not_unfolded_into_memory() {
        byte[] packed = deflated(ascii("<<>>".repeat(9_000_000)));
        byte[] bomb = objectStream(packed, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode");

        assertInspected(PDF, bomb).contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void a_table_whose_entries_have_no_width_is_not_read_for_ever() {
        byte[] table = ascii("%PDF-1.5\n1 0 obj\n<</Type/XRef/W[0 0 0]/Index[0 2000000000]/Size 2000000000/Root 2 0 R"
                + "/Length 5>>\nstream\n00000\nendstream\nendobj\nstartxref\n9\n%%EOF\n");

        assertInspected(PDF, table).contains(Rejection.UNREADABLE);
    }

    @Test
    void objects_nested_without_end_are_too_much_or_damage_and_do_not_break_the_reader() {
        assertInspected(
                        PDF,
                        replaced(
                                oldPdf(document -> put(document, "Deep", COSName.getPDFName("x".repeat(20_000)))),
                                "/" + "x".repeat(20_000),
                                "[".repeat(20_001)))
                .isPresent();
    }

    /// A file whose catalogue lies in an object stream.
    private static byte[] objectStream(byte[] packed, String dictionary) {
        byte[] head = ascii("%PDF-1.5\n");
        byte[] stream = join(
                ascii("3 0 obj\n<<" + dictionary + "/Length " + packed.length + ">>\nstream\n"),
                packed,
                ascii("\nendstream\nendobj\n"));
        int tableAt = head.length + stream.length;
        byte[] entries =
                join(entry(0, 0, 0), entry(2, 3, 0), entry(2, 3, 1), entry(1, head.length, 0), entry(1, tableAt, 0));
        byte[] table = join(
                ascii("4 0 obj\n<</Type/XRef/W[1 4 1]/Size 5/Root 1 0 R/Length " + entries.length + ">>\nstream\n"),
                entries,
                ascii("\nendstream\nendobj\nstartxref\n" + tableAt + "\n%%EOF\n"));
        return join(head, stream, table);
    }

    private static byte[] entry(int type, int place, int index) {
        return join(new byte[] {(byte) type}, PaperFixture.number(place), new byte[] {(byte) index});
    }

    private static void launch(PDDocument document) {
        PDActionLaunch action = new PDActionLaunch();
        document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
    }

    private static void attach(PDDocument document, String content) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("data");
        file.setEmbeddedFile(
                new PDEmbeddedFile(document, new ByteArrayInputStream(ascii(content)), COSName.FLATE_DECODE));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("data", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] withStream(byte[] packed, COSName... filters) {
        COSBase all = filters[0];
        if (filters.length > 1) {
            COSArray array = new COSArray();
            List.of(filters).forEach(array::add);
            all = array;
        }
        COSBase given = all;
        return pdf(document -> put(document, "Stream", PaperFixture.stream(document, packed, given)));
    }

    /// Run lengths: 128 zeros each.
    private static byte[] runs(int size) {
        byte[] packed = new byte[size / 128 * 2];
        for (int i = 0; i < packed.length; i += 2) {
            packed[i] = (byte) 129;
        }
        return packed;
    }

    private static COSDictionary dictionary(String key, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(key), value);
        dictionary.setItem(COSName.getPDFName("Other"), COSInteger.ONE);
        return dictionary;
    }

    private static void put(PDDocument document, String key, COSBase value) {
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(key), value);
    }
}
