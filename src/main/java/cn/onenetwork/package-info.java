/// Where the service begins: what it needs before Quarkus starts, and the refusal to start without it.
///
/// Nothing imports this package. A missing setting stops the process with one line that names it; it is never
/// replaced by a default that only works on the developer's machine.
@NullMarked
@CheckReturnValue
package cn.onenetwork;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
