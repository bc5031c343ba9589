/// Cases in the schema, as applicants use them.
///
/// A resolver takes the caller at the door, hands inputs to a use case and wraps what comes back; it decides
/// nothing.
@NullMarked
@CheckReturnValue
package cn.onenetwork.cases.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
