/// What a file is, found by reading it as its most careless reader would, before any reader gets it.
///
/// Plain rules over a file on the local disk: the announced type, damage, second faces, unfolding without end, and
/// whatever would run when the file is opened. No rule trusts a length that the file itself declares, none takes
/// memory in proportion to what the file unfolds to, and all of them together end within a time limit. A new rule is a
/// class and a line in [Inspector].
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.inspection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
