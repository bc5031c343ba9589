package cn.onenetwork.documents.inspection;

import java.io.IOException;

/// Takes the content of a chunk of a PNG, piece by piece.
interface PngSink {

    PngSink NOTHING = (_, _) -> {};

    /// @param length how many bytes at the beginning of the piece count
    void take(byte[] piece, int length) throws IOException;

    /// The chunk is complete.
    default void end() throws IOException {}
}
