/// The schema as a product: kept in version control, held to its contract and to its conventions, and used by
/// the documents that the mobile app sends.
@NullMarked
@CheckReturnValue
package cn.onenetwork.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
