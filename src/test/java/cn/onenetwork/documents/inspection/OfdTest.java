package cn.onenetwork.documents.inspection;

import static cn.onenetwork.documents.inspection.Inspected.OFD;
import static cn.onenetwork.documents.inspection.Inspected.assertInspected;
import static cn.onenetwork.documents.inspection.PaperFixture.ascii;
import static cn.onenetwork.documents.inspection.PaperFixture.join;
import static cn.onenetwork.documents.inspection.PaperFixture.ofd;

import cn.onenetwork.documents.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfdTest {

    private static final String ENTITY =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + "<a>&x;</a>";

    @Test
    void an_ofd_with_pictures_seals_and_data_passes() {
        assertInspected(OFD, with("Doc_0/Res/image_1.jpg", PaperFixture.jpeg())).isEmpty();
        assertInspected(OFD, with("Doc_0/Signs/Sign_0/Seal.esl", new byte[] {0x30, 1, 2}))
                .isEmpty();
        assertInspected(OFD, with("Doc_0/Attachs/voucher.xml", ascii("<?xml version=\"1.0\"?><xbrl/>")))
                .isEmpty();
        assertInspected(OFD, ofd(Map.of("Doc_0/公文.txt", "公文".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void a_package_without_its_root_is_another_kind_of_package() {
        assertInspected(OFD, PaperFixture.zip(Map.of("word/document.xml", ascii("<a/>"))))
                .contains(Rejection.TYPE_MISMATCH);
    }

    @Test
    void a_root_that_leads_nowhere_is_damaged() {
        assertInspected(
                        OFD,
                        with("OFD.xml", ascii("<OFD><DocBody><DocRoot>Doc_9/Document.xml</DocRoot></DocBody></OFD>")))
                .contains(Rejection.UNREADABLE);
        assertInspected(OFD, with("OFD.xml", ascii("<OFD/>"))).contains(Rejection.UNREADABLE);
        assertInspected(OFD, with("OFD.xml", ascii("<Other><DocRoot>Doc_0/Document.xml</DocRoot></Other>")))
                .contains(Rejection.UNREADABLE);
        assertInspected(OFD, with("Doc_0/Document.xml", ascii("<open>"))).contains(Rejection.UNREADABLE);
    }

    @Test
    void a_document_type_declaration_is_refused_in_every_encoding() {
        assertInspected(OFD, with("Doc_0/Pages/1.xml", ascii(ENTITY))).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("OFD.xml", ascii(ENTITY))).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("Doc_0/Pages/1.XML", ENTITY.getBytes(StandardCharsets.UTF_16)))
                .contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("Doc_0/Pages/1.xml", ascii("<!DOCTYPE a><a/>")))
                .contains(Rejection.ACTIVE_CONTENT);
    }

    @Test
    void programs_and_packages_inside_are_refused_by_content_and_by_name() {
        assertInspected(OFD, with("Doc_0/Res/font.ttf", ascii("MZ\u0090"))).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("Doc_0/Res/font.ttf", ascii("\u007fELF"))).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("Doc_0/Attachs/more", ofd())).contains(Rejection.ACTIVE_CONTENT);
        assertInspected(OFD, with("Doc_0/Attachs/run.JS", ascii("alert(1)"))).contains(Rejection.ACTIVE_CONTENT);
    }

    @Test
    void what_unfolds_to_a_flood_is_a_bomb_whatever_its_headers_say() {
        byte[] bomb = with("Doc_0/Res/font.ttf", new byte[11_000_000]);
        byte[] modest = bomb.clone();
        int entry = ByteSearch.last(modest, "PK\u0001\u0002");
        modest[entry + 24] = 1;
        modest[entry + 25] = 0;
        modest[entry + 26] = 0;
        modest[entry + 27] = 0;

        assertInspected(OFD, bomb).contains(Rejection.TOO_COMPLEX);
        assertInspected(OFD, modest).contains(Rejection.TOO_COMPLEX);
        assertInspected(OFD, with("Doc_0/Res/font.ttf", new byte[2_000_000])).contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void many_parts_that_are_each_small_enough_are_a_bomb_together() {
        Map<String, byte[]> parts = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            parts.put("Doc_0/Res/" + i, new byte[1_000_000]);
        }
        assertInspected(OFD, ofd(parts)).contains(Rejection.TOO_COMPLEX);
    }

    @Test
    void too_many_parts_or_pages_are_too_many() {
        Map<String, byte[]> parts = new HashMap<>();
        for (int i = 0; i < 99; i++) {
            parts.put("Doc_0/Res/" + i, new byte[1]);
        }
        assertInspected(OFD, ofd(parts)).contains(Rejection.TOO_COMPLEX);
        assertInspected(OFD, with("Doc_0/Document.xml", PaperFixture.document(51)))
                .contains(Rejection.TOO_COMPLEX);
        assertInspected(OFD, with("Doc_0/Document.xml", PaperFixture.document(50)))
                .isEmpty();
    }

    @Test
    void names_that_lead_out_of_the_folder_are_refused() {
        for (String name : new String[] {"../../etc/cron.d/x", "/etc/x", "Doc_0\\..\\x", "C:x", "Doc_0/../x", "a\nb"}) {
            assertInspected(OFD, with(name, ascii("x"))).as(name).contains(Rejection.UNREADABLE);
        }
    }

    @Test
    void what_the_directory_does_not_list_is_found() {
        byte[] whole = ofd();
        byte[] renamed = PaperFixture.replaced(whole, "Doc_0/Document.xml", "Doc_1/Document.xml");

        assertInspected(OFD, renamed).contains(Rejection.POLYGLOT);
        assertInspected(OFD, join(whole, ascii("x"))).contains(Rejection.POLYGLOT);
        assertInspected(OFD, join(ofd(), ofd())).contains(Rejection.POLYGLOT);
    }

    @Test
    void encrypted_and_damaged_parts_are_damage() {
        byte[] locked = ofd();
        locked[ByteSearch.next(locked, 0, "PK\u0001\u0002") + 8] |= 1;
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        byte[] damaged = with("Doc_0/Res/font.ttf", noise);
        damaged[ByteSearch.next(damaged, 0, "font.ttf") + 1000]++;

        assertInspected(OFD, locked).contains(Rejection.UNREADABLE);
        assertInspected(OFD, damaged).contains(Rejection.UNREADABLE);
    }

    private static byte[] with(String name, byte[] content) {
        return ofd(Map.of(name, content));
    }
}
