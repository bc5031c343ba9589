/// What an operator is given: packages, manifests, migrations, settings. Everything here is checked without a cluster
/// and
/// without a container.
@NullMarked
@CheckReturnValue
package cn.onenetwork.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
