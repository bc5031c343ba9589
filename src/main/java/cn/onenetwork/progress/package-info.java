/// The feed: what happened to a case, or to all cases somebody may see, first replayed from the journal and then live,
/// in order, without gap or double.
///
/// A notification is only a wake-up. What is delivered is always read from the journal, after the commit and by the
/// rights of the one who listens; so a lost notification loses nothing. One [cn.onenetwork.progress.Tail] of a pod
/// reads for all who are in step; a [cn.onenetwork.progress.Follower] that is not reads for itself.
@NullMarked
@CheckReturnValue
package cn.onenetwork.progress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
