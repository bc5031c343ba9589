package cn.onenetwork.wrong.newcomer;

/// In a room without a row, and in a package that nothing is checked in.
public final class Stranger {}
