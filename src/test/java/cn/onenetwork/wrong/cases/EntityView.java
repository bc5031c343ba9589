package cn.onenetwork.wrong.cases;

import cn.onenetwork.cases.ServiceCase;
import org.eclipse.microprofile.graphql.Description;

/// A schema type that has an entity inside.
@Description("A schema type that has an entity inside.")
public record EntityView(ServiceCase serviceCase) {}
