package cn.onenetwork.documents.watermark;

/// A file of which no copy can be made: too large for the memory that is there, or not what it seems to be. The
/// message is for the log and holds nothing of the file.
public final class NoCopy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoCopy(String message) {
        super(message);
    }

    NoCopy(String message, Throwable cause) {
        super(message, cause);
    }
}
