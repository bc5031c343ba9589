/// Live progress in the schema.
@NullMarked
@CheckReturnValue
package cn.onenetwork.progress.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
