/// The access log in the schema.
@NullMarked
@CheckReturnValue
package cn.onenetwork.privacy.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
