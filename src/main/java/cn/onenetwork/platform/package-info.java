/// What every room stands on and no room owns: units of work, time, paging, problems, configuration.
///
/// It knows no feature. A type belongs here only when at least two rooms need it and it would mean the same in
/// any other service.
@NullMarked
@CheckReturnValue
package cn.onenetwork.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
