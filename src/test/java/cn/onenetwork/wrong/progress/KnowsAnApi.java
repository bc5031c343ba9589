package cn.onenetwork.wrong.progress;

import cn.onenetwork.wrong.review.api.WorkingResolver;

/// Takes the api of another room for a library.
public record KnowsAnApi(WorkingResolver resolver) {}
