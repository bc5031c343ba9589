package cn.onenetwork.catalogue;

/// A rule under which an instant item approves itself (自动审批规则).
///
/// A rule that is false, unknown or fails sends the case to a reviewer; it never refuses anybody (PIPL art.
/// 24).
///
/// @param id          unique within the item
/// @param description what the rule asks, for the guide and the record of the decision
/// @param expression  CEL over `form`, `applicant` and
///     `materials.<key>.{submitted,trustGrade,verified,expired,data}`
/// @param message     what the applicant is told where the rule does not hold
public record ApprovalRule(String id, String description, String expression, String message) {}
