package cn.onenetwork.catalogue;

/// Names one version of one service item. A version never changes once it is imported: cases refer to it.
///
/// @param taskCode 实施编码, see [TaskCode]
/// @param version  from 1
public record ItemKey(String taskCode, int version) {}
