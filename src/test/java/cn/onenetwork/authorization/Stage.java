package cn.onenetwork.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cases that everybody tries to get at, in a database that holds no others: so that each list and each count
/// is known exactly.
///
/// @param unknown what was a case once and is none any more: well-formed ids that lead nowhere
record Stage(List<Subject> subjects, Subject unknown) {

    private static final String PLANNING = "ht-land-planning";
    private static final String RESIDENCE = "ht-residence-permit";
    private static final String NOBODYS_NAME = "unknown";

    /// Takes away all cases there are and files these.
    static Stage set() {
        empty();
        Subject unknown = subject(NOBODYS_NAME, "citizen", RESIDENCE, "address", Stage::file);
        empty();
        beginAChangeOfKeys();
        Stage stage = new Stage(
                List.of(
                        subject("draft", "citizen", RESIDENCE, "address", _ -> {}),
                        subject("filed", "citizen", RESIDENCE, "address", Stage::file),
                        subject("decided", "citizen", "ht-senior-card", null, Stage::file),
                        subject("company-draft", "enterprise-legal", PLANNING, "projectName", _ -> {}),
                        subject("company", "enterprise-legal", PLANNING, "projectName", acceptedBy("officer-hightech")),
                        subject("rival", "enterprise-other", "ht-construction-waste", "projectName", Stage::sentBack),
                        subject(
                                "bonded",
                                "enterprise-bonded",
                                "cbz-policy-claim",
                                "bankName",
                                acceptedBy("officer-cbz"))),
                unknown);
        stage.subjects.stream().filter(one -> one.caseNo() != null).forEach(Stage::look);
        return stage;
    }

    /// An officer looks at it, so that the access log has something to tell.
    private static void look(Subject filed) {
        String officer = filed.name().equals("bonded") ? "officer-cbz" : "officer-hightech";
        String document = "query($id: ID) { serviceCase(id: $id) { form(unmask: true, purpose: CASE_HANDLING) } }";
        if (GraphQl.as(officer).ask(document, Map.of("id", filed.id())).getList("errors") != null) {
            throw new IllegalStateException("the officer could not look at " + filed.name());
        }
    }

    /// The prepared cases and the one that is none.
    List<Subject> all() {
        return Stream.concat(subjects.stream(), Stream.of(unknown)).toList();
    }

    /// Its number counts the changes; that of a case that is none is 1.
    static int version(Subject subject) {
        String version = DatabaseState.query("select version from service_case where id = '" + subject.id() + "'");
        return version.isEmpty() ? 1 : Integer.parseInt(version);
    }

    private static void empty() {
        int _ = DatabaseState.execute("truncate service_case, idempotency_key, access_log, access_chain, delegation,"
                + " delegation_change, reseal_run cascade");
    }

    /// It stays open, so that there is something to see of it.
    private static void beginAChangeOfKeys() {
        String begun = GraphQl.as("admin")
                .ask(
                        "mutation($key: String!) { personalDataReseal(input: {idempotencyKey: $key})"
                                + " { seals { run { startedAt } } } }",
                        Map.of("key", Filing.key()))
                .getString("data.personalDataReseal.seals.run.startedAt");
        assertThat(begun).isNotNull();
    }

    /// @param marked the answer of the form that holds the secret word; null where the answers are compared with
    ///     a register
    private static Subject subject(
            String name, String persona, String item, @Nullable String marked, Consumer<Opened> further) {
        Map<String, Object> form = Filing.formExample(item);
        String word = "暗号" + UUID.randomUUID().toString().substring(0, 13);
        if (marked != null) {
            form.put(marked, word);
        }
        String id = Filing.draft(persona, item, form);
        Filing.handIn(persona, id);
        further.accept(new Opened(persona, id));
        Set<String> secrets = secrets(id);
        secrets.add(word);
        String caseNo = DatabaseState.query("select case_no from service_case where id = '" + id + "'");
        return new Subject(
                name,
                id,
                caseNo,
                DatabaseState.query("select min(id::text) from document where case_id = '" + id + "'"),
                DatabaseState.query("select min(material_id) from document where case_id = '" + id + "'"),
                secrets);
    }

    private record Opened(String persona, String id) {}

    private static void file(Opened opened) {
        var _ = Filing.filed(opened.persona(), opened.id());
    }

    private static Consumer<Opened> acceptedBy(String officer) {
        return opened -> {
            file(opened);
            var _ = Filing.officer(officer, "caseReceive", opened.id());
            var _ = Filing.officer(officer, "caseAccept", opened.id());
        };
    }

    /// With a material that will be handed in later.
    private static void sentBack(Opened opened) {
        String later = "ht-construction-waste-m04";
        var _ = Filing.mutate(
                opened.persona(),
                "documentRemove",
                Map.of(
                        "idempotencyKey",
                        Filing.key(),
                        "caseId",
                        opened.id(),
                        "documentId",
                        DatabaseState.query("select id from document where material_id = '" + later
                                + "' and case_id = '" + opened.id() + "'")));
        var _ = Filing.mutate(
                opened.persona(),
                "caseSubmit",
                Map.of("idempotencyKey", Filing.key(), "id", opened.id(), "deferred", List.of(later)));
        var _ = Filing.officer(
                "officer-hightech",
                "caseReturn",
                opened.id(),
                Map.of("items", List.of(Map.of("path", "projectName", "note", "请补充"))));
    }

    /// The ids of everything that hangs on a case, in whatever tables there are.
    private static Set<String> secrets(String id) {
        String columns = DatabaseState.query("""
                select string_agg(format('select %I::text from %I where case_id = ''%s''', c.column_name, c.table_name, '""" + id + """
                '), ' union all ')
                from information_schema.columns c
                join information_schema.columns k using (table_schema, table_name)
                where c.table_schema = 'public' and k.column_name = 'case_id'
                  and (c.data_type = 'uuid' and c.column_name in ('id', 'document_id', 'case_id')
                       or c.column_name in ('case_no', 'number'))
                """);
        return Arrays.stream(
                        DatabaseState.query("select string_agg(distinct secret, ',') from (" + columns + ") s (secret)")
                                .split(","))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
