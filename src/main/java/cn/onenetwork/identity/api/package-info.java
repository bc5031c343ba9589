/// The viewer in the schema.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
