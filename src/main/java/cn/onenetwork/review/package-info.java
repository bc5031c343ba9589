/// The officer's desk: what waits for the tenant, most urgent first, and the decisions on it.
///
/// It changes cases only through `CaseDesk`. Who may do what stands in the lifecycle's table, not here.
@NullMarked
@CheckReturnValue
package cn.onenetwork.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
