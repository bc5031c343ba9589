/// Documents: from the ticket of an upload to the file that an officer may trust.
///
/// GraphQL never carries bytes. A ticket says what may be uploaded; the bytes come by tus and go to the storage
/// as they come; no file is held in memory. Nobody gets to see one before it was checked: size, digest, type,
/// harmlessness. A file that passed fills its slot through the door of `cases`; what the slot means for the case
/// is decided there.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
