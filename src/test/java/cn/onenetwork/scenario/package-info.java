/// Stories of users, through the doors that users take.
@NullMarked
@CheckReturnValue
package cn.onenetwork.scenario;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
