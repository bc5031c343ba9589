/// What the README draws from the code, so that it cannot say what is no longer so.
@NullMarked
@CheckReturnValue
package cn.onenetwork.readme;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
