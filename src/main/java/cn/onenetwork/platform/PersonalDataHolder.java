package cn.onenetwork.platform;

import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import java.util.List;

/// A room that keeps personal data, and gives them to the person (个人信息查阅、复制, Personal Information
/// Protection Law art. 45).
///
/// A room makes a bean of it for each kind of data that it keeps; the bean opens its own unit of work.
public interface PersonalDataHolder {

    /// The name under which the data stand in the document.
    String section();

    /// All that is kept, oldest first, in plain; nothing about anybody else.
    Uni<List<JsonObject>> records(DataSubject subject);

    /// The files that belong to it, where there are any.
    default Uni<List<PersonalFile>> files(DataSubject subject) {
        return Uni.createFrom().item(List.of());
    }
}
