package cn.onenetwork.wrong.platform;

/// Something with nested fields that is in no schema: the engine takes every `@Source` it finds for a field of
/// the type it names, so the wrong ones name this.
public record Shown(String name) {}
