/// A register to try things out with: what other authorities would know of the people and companies of the
/// sample data, read from files.
///
/// It stands in for the exchange platform and the licence library in development, in tests and in packages with
/// embedded services. A row that is not there is not known; nothing is made up on the way.
@NullMarked
@CheckReturnValue
package cn.onenetwork.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
