package cn.onenetwork.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.SharedFacts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedFactsTest {

    private static final String SETTING = "one-network.shared-facts";

    @Inject
    Instance<SharedFacts> registers;

    @Test
    void tests_ask_the_sample_register() {
        assertThat(registers.isResolvable()).isTrue();
    }

    /// What production has, as long as it adds no adapter.
    @Test
    void without_the_sample_register_there_is_nobody_to_ask() {
        System.setProperty(SETTING, "none");
        try {
            assertThat(registers.isResolvable()).isFalse();
        } finally {
            System.clearProperty(SETTING);
        }
    }
}
