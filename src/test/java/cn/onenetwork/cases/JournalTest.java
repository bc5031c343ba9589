package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody forges the journal: the serving role cannot, and who owns the schema is found out.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalTest {

    private static final String VERIFY =
            "query($no: String!) { caseJournalVerify(caseNo: $no) { intact events brokenAt } }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update case_event set note = 'x'",
                "delete from case_event",
                "truncate case_event",
                "update voucher set number = 'x'",
                "delete from voucher",
                "truncate voucher",
                "delete from service_case",
                "alter table case_event disable trigger all",
            })
    void is_only_ever_added_to_by_the_serving_role(String statement) throws SQLException {
        try (Connection serving = serving();
                Statement sql = serving.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            denied -> assertThat(denied.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void can_be_read_by_the_serving_role_so_that_the_refusals_above_are_no_accident() throws SQLException {
        try (Connection serving = serving();
                Statement sql = serving.createStatement()) {
            assertThat(sql.execute("select count(*) from case_event, voucher")).isTrue();
        }
    }

    @Test
    void is_intact_as_it_was_written() {
        Journal journal = Journal.written();

        assertThat(journal.verdict()).isEqualTo("true " + journal.length() + " null");
    }

    /// Filed, received, accepted, decided and completed in one transaction, with a voucher for each but the first.
    @Test
    void keeps_all_events_of_one_change_in_their_order_and_numbers_their_vouchers_without_a_gap() {
        String before = DatabaseState.query("select coalesce(sum(last), 0) from voucher_number");
        String id = Filing.draft("citizen", "ht-social-insurance-certificate");
        var _ = Filing.filed("citizen", id);
        String of = " where case_id = '" + id + "'";

        assertThat(DatabaseState.query("select string_agg(kind, ' ' order by id) from case_event" + of))
                .isEqualTo("DRAFT_SAVED SUBMITTED RECEIVED ACCEPTED APPROVED COMPLETED");
        assertThat(DatabaseState.query("select string_agg(sequence::text, ' ' order by id) from case_event" + of))
                .isEqualTo("1 2 3 4 5 6");
        assertThat(DatabaseState.query("select string_agg(type, ' ' order by sequence) from voucher" + of))
                .isEqualTo("RECEIPT ACCEPTANCE_NOTICE APPROVAL_DECISION CLOSURE_NOTICE");
        assertThat(DatabaseState.query("select sum(last) - " + before + " from voucher_number"))
                .isEqualTo("4");
        assertThat(DatabaseState.query("select count(*) from voucher v join voucher_number n on n.type = v.type"
                        + " and v.number like n.region_code || '-__-' || n.year || '-' || lpad(n.last::text, 6, '0')"
                        + of))
                .isEqualTo("4");
    }

    @Test
    void shows_a_changed_row() {
        Journal journal = Journal.written();

        journal.tamper("update case_event set note = '另有原因' where case_id = '%s' and sequence = 4");
        assertThat(journal.verdict()).isEqualTo("false " + journal.length() + " 4");
    }

    @Test
    void shows_a_changed_row_whose_hash_was_made_to_fit() {
        Journal journal = Journal.written();

        journal.tamper("update case_event set hash = sha256(hash) where case_id = '%s' and sequence = 8");
        assertThat(journal.verdict()).isEqualTo("false " + journal.length() + " 8");
    }

    @Test
    void shows_a_row_that_was_taken_out() {
        Journal journal = Journal.written();

        journal.tamper("delete from voucher where case_id = '%s'");
        journal.tamper("delete from case_event where case_id = '%s' and sequence = 3");
        assertThat(journal.verdict()).isEqualTo("false " + (journal.length() - 1) + " 3");
    }

    @Test
    void shows_that_the_last_row_or_all_rows_were_taken_out() {
        Journal journal = Journal.written();

        journal.tamper("delete from voucher where case_id = '%s' and sequence = " + journal.length());
        journal.tamper("delete from case_event where case_id = '%s' and sequence = " + journal.length());
        assertThat(journal.verdict()).isEqualTo("false " + (journal.length() - 1) + " " + journal.length());
        journal.tamper("delete from voucher where case_id = '%s'");
        journal.tamper("delete from case_event where case_id = '%s'");
        assertThat(journal.verdict()).isEqualTo("false 0 1");
    }

    @Test
    void shows_two_rows_that_were_swapped() {
        Journal journal = Journal.written();

        journal.tamper("update case_event set sequence = 50 where case_id = '%s' and sequence = 2");
        journal.tamper("update case_event set sequence = 2 where case_id = '%s' and sequence = 3");
        journal.tamper("update case_event set sequence = 3 where case_id = '%s' and sequence = 50");
        assertThat(journal.verdict()).isEqualTo("false " + journal.length() + " 2");
    }

    @Test
    void shows_a_row_that_was_slipped_in() {
        Journal journal = Journal.written();

        journal.tamper("insert into case_event (case_id, sequence, kind, to_status, at, actor, clock, prev_hash, hash)"
                + " select case_id, sequence + 1, 'RELEASED', to_status, at, actor, clock, hash, hash from case_event"
                + " where case_id = '%s' and sequence = " + journal.length());
        assertThat(journal.verdict()).isEqualTo("false " + (journal.length() + 1) + " " + (journal.length() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update voucher set content = content || '{\"reason\": \"另有原因\"}'",
                "update voucher set content = content - 'acceptedOn'",
                "update voucher set number = number || 'X'",
                "update voucher set issued_on = issued_on + 1",
                "update voucher set due_on = due_on + 1",
                "update voucher set type = 'EXTENSION_NOTICE'",
                "delete from voucher"
            })
    void shows_a_voucher_that_was_changed_or_taken_out(String change) {
        Journal journal = Journal.written();
        String accepted = DatabaseState.query(
                "select sequence from case_event where kind = 'ACCEPTED' and case_id = '" + journal.id() + "'");

        journal.tamper(change + " where case_id = '%s' and type = 'ACCEPTANCE_NOTICE'");
        assertThat(journal.verdict()).isEqualTo("false " + journal.length() + " " + accepted);
    }

    @Test
    void shows_a_voucher_that_was_slipped_in() {
        Journal journal = Journal.written();

        journal.tamper("insert into voucher (id, case_id, sequence, type, number, issued_on, content)"
                + " select gen_random_uuid(), case_id, 4, 'APPROVAL_DECISION', gen_random_uuid(), issued_on, '{}'"
                + " from voucher where case_id = '%s' and type = 'RECEIPT'");
        assertThat(journal.verdict()).isEqualTo("false " + journal.length() + " 4");
    }

    @Test
    void shows_that_the_digest_of_a_voucher_was_forgotten() {
        Journal journal = Journal.written();

        journal.tamper("update case_event set voucher_digest = null where case_id = '%s' and kind = 'RECEIVED'");
        assertThat(journal.verdict()).startsWith("false ");
    }

    @Test
    void is_verified_for_auditors_only() {
        Journal journal = Journal.written();

        for (String persona : new String[] {"enterprise-other", "officer-hightech", "supervisor-hightech", "admin"}) {
            assertThat(journal.askedBy(persona).getString("errors[0].extensions.code"))
                    .as(persona)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(GraphQl.anonymous()
                        .ask(VERIFY, Map.of("no", journal.caseNo()))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void of_no_case_gets_no_verdict() {
        for (String unknown : new String[] {
            CaseNumber.of("520198", ServiceCaseFixture.TODAY, 999_999).value(), "nonsense"
        }) {
            JsonPath answer = GraphQl.as("auditor").ask(VERIFY, Map.of("no", unknown));
            assertThat(answer.getList("errors")).isNull();
            assertThat(answer.getString("data.caseJournalVerify")).isNull();
        }
    }

    private static Connection serving() throws SQLException {
        Map<String, String> settings = EmbeddedServices.database().settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /// The journal of a case that went straight through, with its documents.
    ///
    /// @param length how many events were written
    private record Journal(String id, String caseNo, int length) {

        static Journal written() {
            String id = Filing.submitted("enterprise-other", ItemFixture.LAND_PLANNING);
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            var _ = Filing.officer("officer-hightech", "caseAccept", id, Map.of("note", "材料齐全。"));
            var _ = Filing.officer("reviewer-hightech", "caseApprove", id);
            String where = " from service_case where id = '" + id + "'";
            return new Journal(
                    id,
                    DatabaseState.query("select case_no" + where),
                    Integer.parseInt(DatabaseState.query("select last_sequence" + where)));
        }

        void tamper(String sql) {
            assertThat(DatabaseState.execute(sql.formatted(id))).isPositive();
        }

        /// Whether it is intact, how many events there are, and where it is broken.
        String verdict() {
            JsonPath answer = askedBy("auditor");
            assertThat(answer.getList("errors")).isNull();
            Map<String, Object> verdict = answer.getMap("data.caseJournalVerify");
            return verdict.get("intact") + " " + verdict.get("events") + " " + verdict.get("brokenAt");
        }

        JsonPath askedBy(String persona) {
            return GraphQl.as(persona).ask(VERIFY, Map.of("no", caseNo));
        }
    }
}
