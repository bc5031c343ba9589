/// The storages of bytes, each against the one contract.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
