package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseReach;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Who follows.
///
/// @param start   after which place; null for only what is to come
/// @param turns   where the subscriber is told
/// @param witness sees everything before the subscriber does
record Listener<P>(@Nullable P start, CaseReach reach, Executor turns, Witness witness) {}
