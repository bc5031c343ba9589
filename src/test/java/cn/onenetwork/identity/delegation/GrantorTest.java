package cn.onenetwork.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import cn.onenetwork.testing.CallerFixture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrantorTest {

    private static final String USCC = CallerFixture.ENTERPRISE.uscc();
    private static final Principal COMPANY = Principal.corporation(USCC);

    @Test
    void a_person_names_agents_for_himself_alone() {
        Grantor grantor = Grantor.of(CallerFixture.citizen(), null);

        assertThat(grantor.principal()).isEqualTo(Principal.person("p-citizen"));
        assertThat(grantor.role(null)).isEqualTo(DelegationRole.AGENT);
        invalid(grantor, DelegationRole.OPERATOR);
        invalid(grantor, DelegationRole.ADMINISTRATOR);
        assertThat(Grantor.disposes(
                        CallerFixture.citizen("p-other"), Principal.person("p-citizen"), DelegationRole.AGENT))
                .isFalse();
    }

    @Test
    void the_legal_representative_names_administrator_and_operators() {
        Grantor grantor = Grantor.of(CallerFixture.enterprise(), USCC);

        assertThat(grantor.name()).isEqualTo(CallerFixture.ENTERPRISE.name());
        assertThat(grantor.role(null)).isEqualTo(DelegationRole.OPERATOR);
        assertThat(grantor.role(DelegationRole.ADMINISTRATOR)).isEqualTo(DelegationRole.ADMINISTRATOR);
        invalid(grantor, DelegationRole.AGENT);
        assertThat(disposes(CallerFixture.enterprise(), DelegationRole.ADMINISTRATOR))
                .isTrue();
    }

    @Test
    void an_administrator_of_the_token_names_operators() {
        Caller administrator = of(CorporateRole.ADMINISTRATOR);

        assertThat(Grantor.of(administrator, USCC).roles()).containsExactly(DelegationRole.OPERATOR);
        assertThat(disposes(administrator, DelegationRole.OPERATOR)).isTrue();
        assertThat(disposes(administrator, DelegationRole.ADMINISTRATOR)).isFalse();
    }

    @Test
    void an_administrator_by_delegation_names_operators_while_it_lasts() {
        Caller administrator = CallerFixture.citizen().holding(List.of(mandate(DelegationRole.ADMINISTRATOR, true)));

        assertThat(Grantor.of(administrator, USCC).roles()).containsExactly(DelegationRole.OPERATOR);
        assertThat(Grantor.of(administrator, USCC).mandate()).isNotNull();
        assertThat(disposes(administrator, DelegationRole.OPERATOR)).isTrue();
        assertThat(disposes(administrator, DelegationRole.ADMINISTRATOR)).isFalse();
        Caller former = CallerFixture.citizen().holding(List.of(mandate(DelegationRole.ADMINISTRATOR, false)));
        notDelegated(former);
        assertThat(disposes(former, DelegationRole.OPERATOR)).isFalse();
    }

    @Test
    void nobody_else_speaks_for_a_company() {
        notDelegated(of(CorporateRole.OPERATOR));
        notDelegated(CallerFixture.citizen());
        notDelegated(CallerFixture.citizen().holding(List.of(mandate(DelegationRole.OPERATOR, true))));
    }

    @ParameterizedTest
    @EnumSource(DelegationRole.class)
    void an_operator_disposes_of_nothing(DelegationRole role) {
        assertThat(disposes(of(CorporateRole.OPERATOR), role)).isFalse();
        assertThat(disposes(CallerFixture.citizen().holding(List.of(mandate(DelegationRole.OPERATOR, true))), role))
                .isFalse();
    }

    private static boolean disposes(Caller caller, DelegationRole role) {
        return Grantor.disposes(caller, COMPANY, role);
    }

    private static Mandate mandate(DelegationRole role, boolean inForce) {
        return new Mandate(UUID.randomUUID(), COMPANY, "", role, null, Set.of(), inForce);
    }

    private static Caller of(CorporateRole role) {
        return new Caller(
                "p-somebody",
                AccountKind.LEGAL_PERSON,
                "",
                RealNameLevel.L3,
                Set.of(Role.CITIZEN),
                new Corporation(USCC, "", role),
                null,
                null,
                Locale.SIMPLIFIED_CHINESE);
    }

    private static void invalid(Grantor grantor, DelegationRole role) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> grantor.role(role))
                .extracting(Problem::code)
                .isEqualTo(UserErrorCode.FORM_INVALID);
    }

    private static void notDelegated(Caller caller) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Grantor.of(caller, USCC))
                .extracting(Problem::code)
                .isEqualTo(UserErrorCode.NOT_DELEGATED);
    }
}
