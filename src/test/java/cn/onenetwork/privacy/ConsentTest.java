package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Notices and consents, over the API.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentTest {

    private static final String PERSON = "citizen";
    private static final String CONSENT = "{ purpose separate given outdated noticeVersion givenAt withdrawnAt }";

    private String version;

    @BeforeEach
    void know_the_notice_and_consent_to_nothing() {
        version = GraphQl.anonymous().ask("{ privacyNotice { version } }").getString("data.privacyNotice.version");
        List.of("POLICY_PUSH", "CREDIT_LOAN", "SERVICE_ANALYSIS").forEach(purpose -> {
            var _ = withdraw(purpose);
        });
    }

    @Test
    void everybody_reads_the_notice_in_both_languages() {
        JsonPath chinese = GraphQl.anonymous().ask("{ privacyNotice { version validFrom text } }");
        JsonPath english = GraphQl.anonymous().speaking("en").ask("{ privacyNotice { text } }");

        assertThat(chinese.getString("data.privacyNotice.text")).contains("个人信息");
        assertThat(english.getString("data.privacyNotice.text")).contains("consent");
        assertThat(GraphQl.anonymous()
                        .ask("{ privacyNotice(version: \"none\") { version } }")
                        .getString("data.privacyNotice"))
                .isNull();
    }

    @Test
    void a_consent_is_for_one_purpose_and_is_withdrawn_as_easily() {
        Map<String, Object> given = give("POLICY_PUSH", version, Filing.key());

        assertThat(given)
                .containsEntry("given", true)
                .containsEntry("noticeVersion", version)
                .containsEntry("outdated", false);
        assertThat(consents()).extracting(one -> one.get("given")).containsExactly(true, false, false);
        assertThat(consents()).extracting(one -> one.get("separate")).containsExactly(false, true, false);

        assertThat(withdraw("POLICY_PUSH")).containsEntry("given", false);
        assertThat(consents().getFirst()).containsEntry("given", false);
        assertThat(consents().getFirst().get("withdrawnAt")).isNotNull();
    }

    @Test
    void what_was_consented_to_stays_known_when_it_is_given_again() {
        String before = rows();
        var _ = give("CREDIT_LOAN", version, Filing.key());
        var _ = withdraw("CREDIT_LOAN");
        var _ = give("CREDIT_LOAN", version, Filing.key());
        var _ = give("CREDIT_LOAN", version, Filing.key());

        assertThat(Integer.parseInt(rows()) - Integer.parseInt(before)).isEqualTo(2);
    }

    @Test
    void a_repetition_changes_nothing() {
        String key = Filing.key();
        var _ = give("POLICY_PUSH", version, key);
        var _ = withdraw("POLICY_PUSH");

        assertThat(give("POLICY_PUSH", version, key)).containsEntry("given", false);
    }

    @Test
    void only_todays_notice_can_be_consented_to() {
        JsonPath refused = mutate(
                PERSON,
                "consentGive",
                Map.of("idempotencyKey", Filing.key(), "purpose", "POLICY_PUSH", "noticeVersion", "0"));

        assertThat(refused.getString("data.consentGive.userErrors[0].code")).isEqualTo("STALE_VERSION");
        assertThat(refused.getList("data.consentGive.userErrors[0].path")).isEqualTo(List.of("noticeVersion"));
        assertThat(consents().getFirst()).containsEntry("given", false);
    }

    @Test
    void a_new_notice_makes_consents_outdated_from_its_first_day_on() {
        MovableClock.onDay("2041-01-01");
        var _ = give("POLICY_PUSH", version, Filing.key());
        String next = "t-" + Filing.key().substring(0, 8);
        assertThat(publish("admin", next, "2041-01-02").getString("data.privacyNoticePublish.notice.version"))
                .isEqualTo(next);
        assertThat(consents().getFirst()).containsEntry("outdated", false);

        MovableClock.onDay("2041-01-02");
        assertThat(consents().getFirst()).containsEntry("outdated", true).containsEntry("given", true);
        assertThat(give("POLICY_PUSH", next, Filing.key()))
                .containsEntry("outdated", false)
                .containsEntry("noticeVersion", next);
    }

    @Test
    void what_was_published_is_never_changed_and_never_holds_for_the_past() {
        String next = "t-" + Filing.key().substring(0, 8);
        assertThat(codes(publish("admin", next, "2020-01-01"))).containsExactly("FORM_INVALID");
        assertThat(codes(publish("admin", next, "2099-12-31"))).isEmpty();
        assertThat(codes(publish("admin", next, "2099-12-31")))
                .as("the same again")
                .isEmpty();
        assertThat(codes(publish("admin", next, "2099-12-30"))).containsExactly("FORM_INVALID");
        var _ = DatabaseState.execute("delete from privacy_notice where version = '" + next + "'");
    }

    @Test
    void consents_belong_to_applicants_and_notices_to_admins() {
        for (String staff : List.of("officer-hightech", "auditor", "admin")) {
            assertThat(GraphQl.as(staff).ask("{ myConsents { given } }").getString("errors[0].extensions.code"))
                    .as(staff)
                    .isEqualTo("FORBIDDEN");
        }
        for (String other : List.of(PERSON, "officer-hightech", "auditor")) {
            assertThat(publish(other, "x", "2099-01-01").getString("errors[0].extensions.code"))
                    .as(other)
                    .isEqualTo("FORBIDDEN");
        }
    }

    private static JsonPath publish(String persona, String version, String from) {
        return mutateFor(
                persona,
                "privacyNoticePublish",
                "notice { version }",
                Map.of(
                        "idempotencyKey",
                        Filing.key(),
                        "version",
                        version,
                        "validFrom",
                        from,
                        "text",
                        "告知",
                        "english",
                        "notice"));
    }

    private static List<String> codes(JsonPath answer) {
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data.privacyNoticePublish.userErrors.code");
    }

    private static List<Map<String, Object>> consents() {
        return GraphQl.as(PERSON).ask("{ myConsents " + CONSENT + " }").getList("data.myConsents");
    }

    private static String rows() {
        return DatabaseState.query("select count(*) from consent where purpose = 'CREDIT_LOAN'");
    }

    private static Map<String, Object> give(String purpose, String version, String key) {
        return mutate(
                        PERSON,
                        "consentGive",
                        Map.of("idempotencyKey", key, "purpose", purpose, "noticeVersion", version))
                .getMap("data.consentGive.consent");
    }

    private static Map<String, Object> withdraw(String purpose) {
        return mutate(PERSON, "consentWithdraw", Map.of("idempotencyKey", Filing.key(), "purpose", purpose))
                .getMap("data.consentWithdraw.consent");
    }

    private static JsonPath mutate(String persona, String mutation, Map<String, Object> input) {
        return mutateFor(persona, mutation, "consent " + CONSENT, input);
    }

    private static JsonPath mutateFor(String persona, String mutation, String selection, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return GraphQl.as(persona)
                .ask(
                        "mutation($input: " + type + ") { " + mutation + "(input: $input) { " + selection
                                + " userErrors { code path message } } }",
                        Map.of("input", input));
    }
}
