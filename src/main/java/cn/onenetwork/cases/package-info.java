/// The core: what a case (办件) is, where it stands, and what happened to it.
///
/// Rules are plain synchronous Java; every change of a case leaves one event in its journal. Other rooms follow that
/// journal, and this room never names them.
@NullMarked
@CheckReturnValue
package cn.onenetwork.cases;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
