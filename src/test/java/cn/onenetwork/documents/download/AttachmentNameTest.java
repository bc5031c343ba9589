package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttachmentNameTest {

    private static final Pattern HEADER = Pattern.compile(
            "attachment; filename=\"([ !#-\\[\\]-~]+)\"; filename\\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)");

    @Property
    void any_name_makes_one_line_that_says_the_safe_name(@ForAll("names") String given) {
        AttachmentName name = AttachmentName.of(given, "application/pdf");
        Matcher header = HEADER.matcher(name.contentDisposition());

        assertThat(header.matches()).as(name.contentDisposition()).isTrue();
        assertThat(URLDecoder.decode(header.group(2).replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(name.value());
    }

    @Property
    void a_safe_name_is_a_name_of_a_pdf_file_in_no_folder(@ForAll("names") String given) {
        String name = AttachmentName.of(given, "application/pdf").value();

        assertThat(name).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}\u2028\u2029<>:\"/\\\\|?*]");
        assertThat(name).matches("(?is)[^.].*\\.pdf");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(104);
    }

    @Property
    void a_safe_name_stays_as_it_is(@ForAll("names") String given) {
        String name = AttachmentName.of(given, "application/pdf").value();

        assertThat(AttachmentName.of(name, "application/pdf").value()).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> nasty = Arbitraries.of(
                "..",
                "/",
                "\\",
                "\r\n",
                "\"",
                "\u202e",
                "\u2066",
                "\u0000",
                ";",
                "%",
                "*",
                "营业执照",
                ".pdf",
                ".PDF",
                ".exe",
                " ",
                "\u00a0",
                "\u3000",
                "é",
                "e\u0301",
                "\ud842\udfb7",
                "\ud842",
                "\u2028",
                "\u00ad",
                "'",
                "CON");
        return Arbitraries.oneOf(nasty, Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @CsvSource({
        "营业执照.pdf, application/pdf, 营业执照.pdf",
        "scan.PDF, application/pdf, scan.PDF",
        "photo.jpeg, image/jpeg, photo.jpeg",
        "photo, image/jpeg, photo.jpg",
        "invoice.pdf.exe, application/pdf, invoice.pdf.exe.pdf",
        "../../etc/passwd, image/png, passwd.png",
        "C:\\secret\\plan.pdf, application/pdf, plan.pdf",
        "'...', application/ofd, document.ofd",
        "'', application/pdf, document.pdf",
        ".pdf, application/pdf, pdf.pdf",
        "a\u202efdp.exe, application/pdf, afdp.exe.pdf",
        "a?b*c.pdf, application/pdf, a_b_c.pdf"
    })
    void names_are_made_safe(String given, String mediaType, String safe) {
        assertThat(AttachmentName.of(given, mediaType).value()).isEqualTo(safe);
    }

    @Test
    void a_chinese_name_is_said_twice() {
        assertThat(AttachmentName.of("身份证 (正面).jpg", "image/jpeg").contentDisposition())
                .isEqualTo("attachment; filename=\"___ (__).jpg\";"
                        + " filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81%20%28%E6%AD%A3%E9%9D%A2%29.jpg");
    }
}
