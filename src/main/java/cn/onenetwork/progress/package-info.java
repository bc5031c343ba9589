/// The feed: what happened to a case, first replayed from the journal and then live, in order, without gap or
/// double.
///
/// A notification of the database is only a wake-up. What is delivered is always read from the journal, after
/// the commit and by the rights of the one who listens; so a lost notification loses nothing.
@NullMarked
@CheckReturnValue
package cn.onenetwork.progress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
