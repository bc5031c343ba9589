package cn.onenetwork.identity.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What became of a delegation: a row that every verb of [Delegation] returns, written once.
@Entity
@Immutable
@Table(name = "delegation_change")
class DelegationChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "delegation_id")
    UUID delegationId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Instant at;

    @Nullable
    String actor;

    String @Nullable [] items;

    String[] actions;

    @Column(name = "valid_to")
    Instant validTo;

    protected DelegationChange() {}

    DelegationChange(Delegation after, Kind kind, @Nullable String actor, Instant at) {
        this.delegationId = after.id;
        this.kind = kind;
        this.at = at;
        this.actor = actor;
        this.items = after.items;
        this.actions = after.actions;
        this.validTo = after.validTo;
    }

    /// What can become of a delegation.
    @Name("DelegationChangeKind")
    @Description("What became of a delegation. 授权变更类型。")
    public enum Kind {
        @Description("The principal's side granted it. 授予。")
        GRANTED,
        @Description("The agent accepted it. 确认。")
        ACCEPTED,
        @Description("The agent refused it. 拒绝。")
        REFUSED,
        @Description("The principal's side narrowed it. 缩小范围。")
        NARROWED,
        @Description("The principal's side took it back. 撤销。")
        REVOKED,
        @Description("The agent gave it back. 解除。")
        RELEASED,
        @Description("Its time was over. 到期。")
        EXPIRED
    }
}
