/// Looks through what a run of all tests leaves behind: logs, reports, and everything in the database.
///
/// The numbers of the personas went through all of it, in tokens, forms and wrong requests. None may stay anywhere in
/// plain.
@NullMarked
@CheckReturnValue
package cn.onenetwork.remains;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
