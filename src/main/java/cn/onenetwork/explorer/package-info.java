/// The explorer of the API at `/q/graphql-ui`, in development only.
///
/// It is the stock GraphiQL inside a page of our own, which says who is logged in, lets one change the persona
/// and keeps the events of a subscription. Logging in is the business of the configuration
/// (`%dev.quarkus.oidc`): the session cookie opens `/graphql` and its WebSocket, so nothing here knows a token.
/// No other room knows this one.
@NullMarked
@CheckReturnValue
package cn.onenetwork.explorer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
