package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.documents.storage.TroubledStorage;
import cn.onenetwork.documents.watermark.Difference;
import cn.onenetwork.documents.watermark.PdfFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatermarkedDownloadsTest {

    private static final String APPLICANT = "enterprise-legal";

    @TestHTTPResource("/")
    URI service;

    @Inject
    TroubledStorage storage;

    private Browser browser;
    private String caseId;

    @BeforeEach
    void fileACase() {
        browser = new Browser(service);
        caseId = Filing.submitted(APPLICANT, StoredFixture.ITEM);
    }

    @Test
    void an_officer_gets_a_pdf_file_that_says_who_took_it() {
        StoredFixture document = pdf();
        MovableClock.onDay("2026-11-23");

        Browser.Reply reply = browser.get(address("officer-hightech", document));

        String caseNo = GraphQl.as("officer-hightech")
                .ask("query($id: ID) { serviceCase(id: $id) { caseNo } }", Map.of("id", caseId))
                .getString("data.serviceCase.caseNo");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Watermark")).isEqualTo("applied");
        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(PdfFixture.text(reply.body(), 1))
                .contains(
                        "示例受理员甲·ht-approval·guiyang-hightech",
                        "仅限本次政务服务使用·办件办理" + caseNo,
                        "casehandling·有效期至until2026-12-23");
        assertThat(reply.header("ETag"))
                .isEqualTo('"' + HexFormat.of().formatHex(StoredFixture.sha256(reply.body())) + '"')
                .doesNotContain(document.hash());
        assertThat(DatabaseState.query("select watermarked || ' ' || bytes_to from access_log where document_id = '"
                        + document.id() + "'"))
                .isEqualTo("true " + (reply.body().length - 1));
    }

    @Test
    void an_auditor_gets_another_copy_and_the_applicant_the_original() {
        StoredFixture document = pdf();

        assertThat(PdfFixture.text(browser.get(address("auditor", document)).body(), 1))
                .contains("示例审计员·all", "审计监督");
        Browser.Reply own = browser.get(address(APPLICANT, document));
        assertThat(own.body()).isEqualTo(document.bytes());
        assertThat(own.header("X-Watermark")).isEmpty();
    }

    @Test
    void an_officer_gets_a_picture_with_the_letters_on_it() throws IOException {
        byte[] bytes = jpeg();
        StoredFixture document = StoredFixture.ready(storage, caseId, "照片.jpg", "image/jpeg", bytes);

        Browser.Reply reply = browser.get(address("officer-hightech", document));

        assertThat(reply.header("X-Watermark")).isEqualTo("applied");
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(bytes));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertThat(Difference.least(before, after)).isGreaterThan(0.005);
    }

    @Test
    void parts_of_a_copy_fit_together_whenever_they_are_asked_for() {
        StoredFixture document = pdf();
        MovableClock.onDay("2026-11-23");
        Browser.Reply whole = browser.get(address("officer-hightech", document));
        Browser.Reply part = browser.get(
                address("officer-hightech", document), "Range", "bytes=1000-1999", "If-Range", whole.header("ETag"));

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1000, 2000));
        assertThat(storage.readOf(document.key()))
                .as("one copy was made for both")
                .isEqualTo(document.bytes().length);
    }

    @Test
    void a_look_at_the_headers_tells_the_size_of_the_copy() {
        StoredFixture document = pdf();
        MovableClock.onDay("2026-11-23");
        String size =
                browser.send("HEAD", address("officer-hightech", document)).header("Content-Length");

        assertThat(browser.get(address("officer-hightech", document)).header("Content-Length"))
                .isEqualTo(size);
    }

    @Test
    void where_no_copy_can_be_made_staff_get_nothing() {
        StoredFixture document =
                StoredFixture.ready(storage, caseId, "a.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'});

        Browser.Reply reply = browser.get(address("officer-hightech", document));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("无法为此文件生成带水印的副本");
        assertThat(DatabaseState.query("select count(*) from access_log where document_id = '" + document.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_storage_that_fails_while_a_copy_is_made_gives_nothing_and_the_next_try_works() {
        StoredFixture document = pdf();
        String address = address("officer-hightech", document);
        storage.failAfter(document.key(), 0);
        assertThat(browser.get(address).status()).isEqualTo(503);
        storage.failAfter(document.key(), Long.MAX_VALUE);

        assertThat(browser.get(address).status()).isEqualTo(200);
    }

    private StoredFixture pdf() {
        return StoredFixture.ready(storage, caseId, "章程.pdf", "application/pdf", PdfFixture.pages());
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_3BYTE_BGR), "jpeg", bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private String address(String persona, StoredFixture document) {
        return Objects.requireNonNull(Browser.address(persona, caseId, document.id()));
    }
}
