/// What tests stand on: real embedded services, real tokens.
@NullMarked
@CheckReturnValue
package cn.onenetwork.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
