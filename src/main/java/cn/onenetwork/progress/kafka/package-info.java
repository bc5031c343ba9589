/// The other bus: the journal as a stream of CloudEvents on Kafka, for installations that outgrow notifications of
/// the database, and for other departments.
///
/// The journal is the outbox. One pod at a time carries it there; every pod hears of what arrives and is woken by it.
/// Nothing here runs, and nothing connects to anything, unless `one-network.progress.bus=kafka`.
@NullMarked
@CheckReturnValue
package cn.onenetwork.progress.kafka;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
