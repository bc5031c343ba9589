package cn.onenetwork.platform;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;

/// A file that a room keeps for a person.
///
/// @param name  unique among all files of the person, with slashes between folders
/// @param bytes the content, read as fast as it is asked for
public record PersonalFile(String name, Supplier<Multi<Buffer>> bytes) {}
