/// Which days count, and why: the working days (工作日) of the State Council's holiday notices, and the
/// reckoning of a limit from acceptance to the due day, with extensions and pauses.
///
/// Plain synchronous rules. All arithmetic takes dates; only [ShanghaiTime] turns an instant into a day.
/// Nothing here knows a case: callers hand over what happened and get back a day that the ledger explains day
/// by day.
@NullMarked
@CheckReturnValue
package cn.onenetwork.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
