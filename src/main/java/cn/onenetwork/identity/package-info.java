/// Who is asking, and who somebody is: the caller behind a token, the numbers by which people and organisations are
/// registered, and what of them may be shown.
///
/// A [Caller] is taken at the door, once per field, and handed down as an argument; nothing below a resolver looks at the
/// security context. Roles come from the token's `groups`, the rest from its claims.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
