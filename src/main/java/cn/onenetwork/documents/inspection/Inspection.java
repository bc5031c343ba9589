package cn.onenetwork.documents.inspection;

import java.io.IOException;

/// One rule about the bytes of a file.
@FunctionalInterface
interface Inspection {

    /// Reads as much of the file as the rule needs.
    ///
    /// @throws Rejected    where the file breaks the rule
    /// @throws IOException where it cannot be read as what it claims to be
    void inspect(OpenFile file, FileKind kind) throws IOException;
}
