/// The core: what a case is, how it moves, and the journal of all that happened to it.
///
/// [ServiceCase] is the aggregate, plain and synchronous; [CaseLifecycle] is its state machine as a table, from
/// which the code, the tests and the diagram derive; [CaseJournal] appends one row per event, which is
/// timeline, audit, outbox and what subscriptions replay at once. Other rooms come in through [CaseDesk] and
/// read [CaseView]s; this room never knows them and tells them through [CaseEventHandler].
@NullMarked
@CheckReturnValue
package cn.onenetwork.cases;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
