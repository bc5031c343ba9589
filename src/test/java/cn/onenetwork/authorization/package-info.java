/// Who gets what from the API, as tables under `src/test/resources/authorization`, compared with what everybody
/// really gets: every root field with every argument, every nested field, every mutation, every subscription.
@NullMarked
@CheckReturnValue
package cn.onenetwork.authorization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
