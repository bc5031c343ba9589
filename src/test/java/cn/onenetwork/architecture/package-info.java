/// The house rules of the code: who may know whom, and where sessions, time and subscriptions begin. Every rule
/// is proven on a class of `cn.onenetwork.wrong` that breaks it.
@NullMarked
@CheckReturnValue
package cn.onenetwork.architecture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
