/// Who is asking: the caller behind a token, as an explicit value.
///
/// A [Caller] is taken at the door, once per field, and handed down as an argument; nothing below a resolver
/// looks at the security context. Roles come from the token's `groups`, the rest from its claims.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
