package cn.onenetwork.wrong.platform;

import cn.onenetwork.wrong.cases.Feature;

/// The platform knows no feature.
public record KnowsAFeature(Feature feature) {}
