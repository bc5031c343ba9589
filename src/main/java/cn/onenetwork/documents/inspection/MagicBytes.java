package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// The content is of the announced type: it has its signature at the very beginning, where readers that forgive leading
/// bytes and readers that do not agree, and a detector that knows all kinds of file finds nothing else.
final class MagicBytes implements Inspection {

    private static final int ENOUGH = 64 * 1024;
    private static final MimeTypes DETECTOR = MimeTypes.getDefaultMimeTypes();

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        byte[] head = file.head(ENOUGH);
        if (!kind.begins(head) || !kind.isCalled(detected(head))) {
            throw new Rejected(Rejection.TYPE_MISMATCH);
        }
    }

    private static String detected(byte[] head) throws IOException {
        return DETECTOR.detect(new ByteArrayInputStream(head), new Metadata()).toString();
    }
}
