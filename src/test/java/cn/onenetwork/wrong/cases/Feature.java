package cn.onenetwork.wrong.cases;

import cn.onenetwork.wrong.platform.KnowsAFeature;

/// Closes a cycle between two rooms.
public record Feature(KnowsAFeature knower) {}
