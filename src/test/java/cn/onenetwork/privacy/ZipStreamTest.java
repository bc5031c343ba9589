package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ZipStreamTest {

    @Test
    void files_come_out_as_they_went_in() throws IOException {
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large);
        ZipStream zip = new ZipStream();

        Buffer archive = joined(List.of(
                zip.file("personal-data.json", Multi.createFrom().item(Buffer.buffer("{\"姓名\": \"申\"}"))),
                zip.file("files/1/身份证.pdf", pieces(large)),
                zip.file("files/2/empty.txt", Multi.createFrom().empty()),
                zip.end()));

        Map<String, byte[]> found = unpacked(archive);
        assertThat(found.keySet()).containsExactly("personal-data.json", "files/1/身份证.pdf", "files/2/empty.txt");
        assertThat(new String(found.get("personal-data.json"), StandardCharsets.UTF_8))
                .isEqualTo("{\"姓名\": \"申\"}");
        assertThat(found.get("files/1/身份证.pdf")).isEqualTo(large);
        assertThat(found.get("files/2/empty.txt")).isEmpty();
    }

    private static Multi<Buffer> pieces(byte[] bytes) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, 30)
                        .mapToObj(at -> Buffer.buffer(bytes).slice(at * 10_000, (at + 1) * 10_000))
                        .toList());
    }

    private static Buffer joined(List<Multi<Buffer>> parts) {
        Buffer all = Buffer.buffer();
        Multi.createBy()
                .concatenating()
                .streams(parts)
                .collect()
                .asList()
                .await()
                .indefinitely()
                .forEach(all::appendBuffer);
        return all;
    }

    static Map<String, byte[]> unpacked(Buffer archive) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive.getBytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), in.readAllBytes());
            }
        }
        return found;
    }
}
