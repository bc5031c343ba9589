/// The query code in the schema: asking with it, and the owner's view of it.
@NullMarked
@CheckReturnValue
package cn.onenetwork.enquiry.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
