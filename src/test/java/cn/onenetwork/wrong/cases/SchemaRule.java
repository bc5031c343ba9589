package cn.onenetwork.wrong.cases;

import org.eclipse.microprofile.graphql.Name;

/// A rule that the schema looks into, and no schema type.
public record SchemaRule(@Name("limit") int limit) {}
