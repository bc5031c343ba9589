package cn.onenetwork.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaConventionsTest {

    @ParameterizedTest
    @EnumSource
    void the_schema_follows_its_conventions(Convention convention) {
        assertThat(convention.breaches(new SchemaParts(PublishedSchema.definitions())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_convention_notices_a_schema_that_breaks_it(Convention convention) {
        assertThat(convention.breaches(convention.wrong())).contains(convention.breach());
    }
}
