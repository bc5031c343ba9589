/// Asking how a case stands without a login, by its number and a query code (办件查询, 查询密码).
///
/// It decides what the code is, who is shown it, and how often somebody may be wrong. Whoever is wrong learns
/// nothing: not whether there is such a case, not whether it is locked. What is told of a case to those who are
/// right is decided in `cases`.
@NullMarked
@CheckReturnValue
package cn.onenetwork.enquiry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
