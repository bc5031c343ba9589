package cn.onenetwork.platform;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Runs a method that returns a `Uni` in a database session of its own: all of it commits, or none.
///
/// GraphQL resolves the root fields of a query side by side, and a reactive session is a single stream: two
/// fields that share one break each other and then the pool. So each call gets a fresh Vert.x context with a
/// fresh session, and the caller's context is given back afterwards. Use cases and reading services carry it;
/// resolvers never do, and it is never nested. Neither the security identity nor the request scope is there
/// inside: pass the `Caller`.
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface UnitOfWork {

    /// Whether the work writes. A reading unit opens no transaction.
    @Nonbinding
    Mode value() default Mode.WRITE;

    /// What a unit of work does with the database.
    enum Mode {
        READ,
        WRITE
    }
}
