/// Who somebody is: the numbers that name a person or a corporation, what they prove by themselves, and how much of
/// them may be shown.
///
/// Numbers that a user typed must pass their check digit; numbers that an authority supplied need only have the
/// right shape, because some in real use were issued with a wrong one. Nothing here prints a person's number in full.
@NullMarked
@CheckReturnValue
package cn.onenetwork.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
