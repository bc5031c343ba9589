package cn.onenetwork.cases;

import cn.onenetwork.platform.crypto.Crypto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/// Seals the answers of forms for their cases, and opens them where a rule or a person needs them.
@ApplicationScoped
class Forms {

    private static final String DELIVERY = "deliveryMethod";

    private final Crypto crypto;

    Forms(Crypto crypto) {
        this.crypto = crypto;
    }

    SealedForm seal(UUID caseId, Form form) {
        byte[] sealed = crypto.seal(form.text().getBytes(StandardCharsets.UTF_8), context(caseId));
        JsonObject answers = form.json();
        String delivery = answers.get(DELIVERY) instanceof JsonString text ? text.getString() : null;
        return new SealedForm(sealed, crypto.keyOf(sealed), null, delivery);
    }

    Form open(ServiceCase one) {
        return open(one.id(), one.sealedForm());
    }

    /// The answers. What was sealed wins: what is kept in plain beside it is older.
    Form open(UUID caseId, SealedForm kept) {
        return new Form(
                kept.sealed() == null
                        ? Objects.requireNonNull(kept.plain(), "a case without a form")
                        : new String(crypto.open(kept.sealed(), context(caseId)), StandardCharsets.UTF_8));
    }

    /// Where a form lies: it opens nowhere else.
    static String context(UUID caseId) {
        return "service_case.form:" + caseId;
    }
}
