/// Delegations in the schema.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity.delegation.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
