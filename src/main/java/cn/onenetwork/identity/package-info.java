/// Who is asking: the caller behind a token, as an explicit value.
///
/// A [Caller] is taken at the door, once per field, and handed down as an argument; nothing below a resolver
/// looks at the security context. Before that, `BearerTokens` takes the token, Quarkus proves it, and
/// `ProvingClaims` decides whether its issuer may say what it says, and what it means here.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
