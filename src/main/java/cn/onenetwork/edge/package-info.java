/// The door of the API: GraphQL over HTTP and over WebSocket, to the letter of both protocols, and the limits
/// of both.
///
/// SmallRye builds the schema and calls the resolvers; everything between the wire and a resolver is decided
/// here: what is read, what is refused before anything runs, what it costs and who may spend so much, who is
/// asking, how long it may take, how it is executed, and how it is told. Why not the stock handlers:
/// `docs/adr/0005-own-edge.md`, nor the stock execution: `docs/adr/0031-own-execution.md`; trusted documents and
/// limits: `docs/adr/0015-trusted-documents-and-limits.md`.
@NullMarked
@CheckReturnValue
package cn.onenetwork.edge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
