/// PostgreSQL and an identity provider inside the process, for development, tests, demonstrations and
/// measurements.
///
/// Decided here: they are as strict as the real ones (two database roles without superuser rights, signed
/// tokens, real discovery), they listen on the loopback only, and an explicit setting of the operator always
/// wins over them. Everything here is absent from the production package except these few classes, which nobody
/// loads there; so nothing in this package is a bean, and no other room imports it.
///
/// What runs must survive a live reload, which throws the classes of this package away. Therefore only the
/// libraries and the JDK hold the running servers, and this package finds them again by a system property
/// ([RunningPort]).
@NullMarked
@CheckReturnValue
package cn.onenetwork.platform.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
