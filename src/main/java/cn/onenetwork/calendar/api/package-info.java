/// The work calendar in the schema; open to everyone.
@NullMarked
@CheckReturnValue
package cn.onenetwork.calendar.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
