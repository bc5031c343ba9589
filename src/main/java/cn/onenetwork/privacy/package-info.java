/// Privacy (个人信息保护): who looked at whose file.
///
/// Every access by somebody who is not the owner is a row of the access log. A read leaves a note in a file
/// of this machine before it is answered, which costs microseconds and survives the death of the process;
/// the notes become rows in batches, chained case by case so that no row can be changed or taken out
/// unseen.
///
/// And what people may ask for: the notice and their consents, all their data in one archive, a correction,
/// and that everything goes which nothing obliges anybody to keep. [RetentionRules] says how long what is
/// kept.
@NullMarked
@CheckReturnValue
package cn.onenetwork.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
