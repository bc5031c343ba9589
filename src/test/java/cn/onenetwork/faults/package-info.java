/// What the service promises while something breaks: it, its database, the network between them, the disk, the clock.
///
/// The packaged service runs in processes of its own against a database that loses nothing it has acknowledged. Each
/// fault has a test in a short form, which belongs to every build; `-Dfaults` makes it longer.
@NullMarked
@CheckReturnValue
package cn.onenetwork.faults;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
