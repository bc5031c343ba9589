package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/// A ticket for an upload, as a row, and what a client can do with it.
final class Ticket {

    final UUID id = UUID.randomUUID();
    final String key = StorageKey.next();
    final String persona;
    final long size;

    private Ticket(String persona, long size) {
        this.persona = persona;
        this.size = size;
    }

    /// A ticket of the company's legal representative, good for an hour.
    static Ticket of(long size) {
        return of("enterprise-legal", size);
    }

    static Ticket of(String persona, long size) {
        Ticket ticket = new Ticket(persona, size);
        assertThat(DatabaseState.execute("""
                        insert into document (id, case_id, material_id, owner, uploaded_by, file_name, media_type, size,
                            storage_key, state, created_at, expires_at)
                        select '%s', id, 'plan', owner, '%s', '方案.pdf', 'application/pdf', %d, '%s', 'UPLOADING', now(),
                            now() + interval '1 h'
                        from service_case where id = '%s'
                        """.formatted(ticket.id, subject(persona), size, ticket.key, draft(persona))))
                .isEqualTo(1);
        return ticket;
    }

    /// One for each ticket: the same content is kept once in a case, and tests look at the bytes under their own key.
    private static String draft(String persona) {
        return Filing.draft(persona, ItemFixture.LAND_PLANNING);
    }

    private static String subject(String persona) {
        String claims = Tokens.of(persona).split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .getString("sub");
    }

    /// Bytes that differ everywhere, the same at every call.
    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    static String checksum(byte[] bytes) {
        return "sha256 " + Base64.getEncoder().encodeToString(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String path() {
        return "/uploads/" + id;
    }

    /// A request of the person who got the ticket.
    RequestSpecification request() {
        return as(persona);
    }

    static RequestSpecification as(String persona) {
        return RestAssured.given().auth().oauth2(Tokens.of(persona)).header("Tus-Resumable", "1.0.0");
    }

    Response head() {
        return request().head(path());
    }

    long offset() {
        return Long.parseLong(head().header("Upload-Offset"));
    }

    Response patch(long offset, byte[] bytes) {
        return patching(offset).body(bytes).patch(path());
    }

    RequestSpecification patching(long offset) {
        return request().contentType("application/offset+octet-stream").header("Upload-Offset", offset);
    }

    /// Sends the whole file from the offset on.
    Response patchRest(byte[] file, int offset) {
        return patch(offset, Arrays.copyOfRange(file, offset, file.length));
    }

    String state() {
        return DatabaseState.query("select state from document where id = '%s'".formatted(id));
    }

    long received() {
        String received = DatabaseState.query("select received from upload where document_id = '%s'".formatted(id));
        return received.isEmpty() ? -1 : Long.parseLong(received);
    }
}
