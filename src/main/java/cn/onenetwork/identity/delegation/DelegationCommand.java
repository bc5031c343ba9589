package cn.onenetwork.identity.delegation;

/// Which delegation, and by which idempotency key.
public interface DelegationCommand {

    String idempotencyKey();

    String id();
}
