/// The two storages of bytes behind [cn.onenetwork.documents.Storage], and the choice between them.
///
/// A folder serves one machine: development, tests, small installations. Object storage serves any number of
/// pods; without its settings nothing of its client is even loaded.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
