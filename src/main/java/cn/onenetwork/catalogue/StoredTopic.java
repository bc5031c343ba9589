package cn.onenetwork.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/// A row of the table of topics.
@Entity
@Immutable
@Table(name = "topic")
class StoredTopic {

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private Topic.Audience audience;

    private String name;

    @Column(name = "name_en")
    private String nameEn;

    @SuppressWarnings("NullAway") // filled by Hibernate
    StoredTopic() {}

    Topic topic() {
        return new Topic(code, audience, name, nameEn);
    }
}
