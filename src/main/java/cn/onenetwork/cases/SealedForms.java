package cn.onenetwork.cases;

import cn.onenetwork.platform.crypto.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Where the answers of forms lie, so that a change of keys finds them.
@ApplicationScoped
class SealedForms implements SealedColumn {

    @Override
    public String table() {
        return "service_case";
    }

    @Override
    public String name() {
        return "form";
    }

    @Override
    public String context(UUID id) {
        return Forms.context(id);
    }
}
