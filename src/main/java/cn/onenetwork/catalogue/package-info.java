/// What may be applied for: service items (政务服务事项), the materials and the form that each asks for, and
/// the import of an item library.
///
/// An item that cannot be served is refused when it is imported, so that no applicant ever meets a broken form.
/// What a form demands is data of the operator; only check digits and the limits of size are fixed in code.
@NullMarked
@CheckReturnValue
package cn.onenetwork.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
