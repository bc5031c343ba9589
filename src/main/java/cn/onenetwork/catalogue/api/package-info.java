/// The catalogue in the schema. Nothing here needs a login.
@NullMarked
@CheckReturnValue
package cn.onenetwork.catalogue.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
