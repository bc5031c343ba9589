package cn.onenetwork.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.SharedFacts;
import io.quarkus.arc.InjectableBean;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
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

    /// Anything but `sample` hides it, also no setting at all, which is what production has.
    @Test
    void tests_ask_the_sample_register_and_only_the_setting_makes_it_a_bean() {
        assertThat(registers.isResolvable()).isTrue();
        Bean<SharedFacts> register = registers.getHandle().getBean();

        assertThat(register.getBeanClass()).isEqualTo(SampleRegister.class);
        assertThat(((InjectableBean<?>) register).isSuppressed()).isFalse();
        assertThat(hiddenUnder("none", (InjectableBean<?>) register)).isTrue();
        assertThat(hiddenUnder("", (InjectableBean<?>) register)).isTrue();
    }

    private static boolean hiddenUnder(String value, InjectableBean<?> bean) {
        System.setProperty(SETTING, value);
        try {
            return bean.isSuppressed();
        } finally {
            System.clearProperty(SETTING);
        }
    }
}
