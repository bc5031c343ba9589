package cn.onenetwork.documents.storage;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// What has to be known of a multipart upload to go on with it anywhere.
///
/// @param uploadId how the storage calls it
/// @param partSize bytes of every part but the last
/// @param parts    those that are kept, in their order
/// @param tail     bytes after them that are kept as an object of their own, because they are too few for a part
record S3Progress(String uploadId, long partSize, List<Part> parts, long tail) {

    S3Progress {
        parts = List.copyOf(parts);
    }

    /// @param sha256 of its bytes, Base64
    record Part(String etag, String sha256) {}

    static S3Progress begun(String uploadId, long partSize) {
        return new S3Progress(uploadId, partSize, List.of(), 0);
    }

    static S3Progress of(JsonObject kept) {
        return new S3Progress(
                kept.getString("upload"),
                kept.getLong("partSize"),
                kept.getJsonArray("parts").stream()
                        .map(JsonArray.class::cast)
                        .map(part -> new Part(part.getString(0), part.getString(1)))
                        .toList(),
                kept.getLong("tail"));
    }

    JsonObject json() {
        JsonArray array = new JsonArray();
        parts.forEach(part -> array.add(new JsonArray().add(part.etag()).add(part.sha256())));
        return new JsonObject()
                .put("upload", uploadId)
                .put("partSize", partSize)
                .put("parts", array)
                .put("tail", tail);
    }

    S3Progress with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new S3Progress(uploadId, partSize, more, 0);
    }

    S3Progress withTail(long bytes) {
        return new S3Progress(uploadId, partSize, parts, bytes);
    }

    int nextPart() {
        return parts.size() + 1;
    }

    /// Where the next part begins, as long as the last one is not there.
    long start() {
        return parts.size() * partSize;
    }

    List<CompletedPart> completed() {
        return IntStream.range(0, parts.size())
                .mapToObj(index -> CompletedPart.builder()
                        .partNumber(index + 1)
                        .eTag(parts.get(index).etag())
                        .checksumSHA256(parts.get(index).sha256())
                        .build())
                .toList();
    }
}
