/// Delegation (授权代办): who may act for a person or a corporation, in which matters, and until when.
///
/// A delegation counts from the acceptance of its agent until it ends, or until its last instant has
/// passed, whichever comes first. What is done by it is decided elsewhere: this room answers only which
/// mandates somebody holds now ([cn.onenetwork.identity.delegation.Mandates]).
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity.delegation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
