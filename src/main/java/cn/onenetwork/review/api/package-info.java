/// The officer's desk in the schema.
@NullMarked
@CheckReturnValue
package cn.onenetwork.review.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
