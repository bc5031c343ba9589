package cn.onenetwork.documents;

import java.time.Instant;
import java.util.UUID;

/// A ticket, and how far its bytes are.
///
/// @param owner     subject of the person who got the ticket, and who alone may write
/// @param expiresAt until when it waits for its bytes
record Upload(UUID id, String owner, DocumentState state, Instant expiresAt, Storage.Unfinished content) {

    boolean open() {
        return state == DocumentState.UPLOADING;
    }

    boolean expired(Instant now) {
        return open() && !content.whole() && !now.isBefore(expiresAt);
    }

    /// What HEAD tells; all of it once the bytes were complete, whatever became of the document.
    long offset() {
        return open() ? content.received() : content.size();
    }
}
