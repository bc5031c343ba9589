package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import cn.onenetwork.testing.CallerFixture;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DownloadTicketTest {

    private static final Instant UNTIL = Instant.parse("2026-11-23T02:05:00Z");

    static Stream<Caller> callers() {
        return Stream.of(
                CallerFixture.citizen(),
                CallerFixture.enterprise(),
                CallerFixture.officer(),
                CallerFixture.auditor(),
                named("欧阳𠮷", "ht-approval"));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void a_ticket_says_what_it_was_made_of(Caller caller) {
        DownloadTicket ticket = DownloadTicket.of(caller, DownloadPurpose.usual(caller), UNTIL);

        assertThat(DownloadTicket.of(ticket.bytes())).isEqualTo(ticket);
    }

    @Test
    void an_applicant_is_nameless_in_a_ticket() {
        DownloadTicket ticket = DownloadTicket.of(
                new Caller(
                        "p-1",
                        AccountKind.PERSON,
                        "王大友",
                        RealNameLevel.L3,
                        Set.of(Role.CITIZEN),
                        null,
                        null,
                        null,
                        Locale.ENGLISH),
                DownloadPurpose.OWN_USE,
                UNTIL);

        assertThat(ticket.name()).isEmpty();
        assertThat(ticket.ofStaff()).isFalse();
    }

    @Test
    void an_officer_who_is_an_applicant_too_comes_back_as_the_one_or_the_other() {
        Caller both = new Caller(
                "p-1",
                AccountKind.STAFF,
                "张三",
                RealNameLevel.L3,
                Set.of(Role.CITIZEN, Role.OFFICER),
                CallerFixture.ENTERPRISE,
                "guiyang-hightech",
                "ht-approval",
                Locale.ENGLISH);
        Caller atWork =
                DownloadTicket.of(both, DownloadPurpose.CASE_HANDLING, UNTIL).caller(Locale.ENGLISH);
        Caller atHome = DownloadTicket.of(both, DownloadPurpose.OWN_USE, UNTIL).caller(Locale.ENGLISH);

        assertThat(DownloadPurpose.usual(both)).isEqualTo(DownloadPurpose.CASE_HANDLING);
        assertThat(atWork.roles()).containsExactly(Role.OFFICER);
        assertThat(atWork.corporation()).isNull();
        assertThat(atWork.tenant()).isEqualTo("guiyang-hightech");
        assertThat(atHome.roles()).containsExactly(Role.CITIZEN);
        assertThat(atHome.corporation()).extracting(one -> one.uscc()).isEqualTo(CallerFixture.ENTERPRISE.uscc());
        assertThat(atHome.tenant()).isNull();
    }

    @Test
    void a_name_of_any_length_fits() {
        DownloadTicket ticket =
                DownloadTicket.of(named("𠮷".repeat(40_000), "d"), DownloadPurpose.CASE_HANDLING, UNTIL);

        assertThat(ticket.name()).isEqualTo("𠮷".repeat(60));
        assertThat(DownloadTicket.of(ticket.bytes())).isEqualTo(ticket);
    }

    @Test
    void what_another_version_wrote_is_not_guessed_at() {
        byte[] bytes = DownloadTicket.of(CallerFixture.citizen(), DownloadPurpose.OWN_USE, UNTIL)
                .bytes();
        byte[] later = bytes.clone();
        later[0]++;

        assertThatIllegalArgumentException().isThrownBy(() -> DownloadTicket.of(later));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DownloadTicket.of(Arrays.copyOf(bytes, bytes.length - 1)));
    }

    private static Caller named(String name, String department) {
        return new Caller(
                "p-officer",
                AccountKind.STAFF,
                name,
                RealNameLevel.L1,
                Set.of(Role.OFFICER, Role.SUPERVISOR),
                null,
                "guiyang-hightech",
                department,
                Locale.ENGLISH);
    }
}
