/// What nobody shall write: each class breaks one rule of the architecture, and proves that the rule notices.
///
/// None of them is a bean, so none of them is in a running service.
package cn.onenetwork.wrong;
