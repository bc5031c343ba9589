package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What the hash of an event covers of its vouchers.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoucherDigestTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static Voucher saying(String content) {
        return saying(JSON.createReader(new StringReader(content)).readObject());
    }

    private static Voucher saying(JsonObject content) {
        return new Voucher(VoucherType.RECEIPT, "520198-SJ-2026-000001", DAY, null, content);
    }

    private static byte[] digest(Voucher... vouchers) {
        return VoucherDigest.of(List.of(vouchers));
    }

    @Test
    void is_none_where_there_is_no_voucher() {
        assertThat(VoucherDigest.of(List.of())).isNull();
    }

    @Test
    void is_that_of_the_values_however_they_are_written() {
        assertThat(digest(saying("{\"b\": [1.50, {\"d\": null, \"c\": true}], \"a\": \"\\u4e00\"}")))
                .isEqualTo(digest(saying("{\"a\":\"一\",\"b\":[1.5,{\"c\":true,\"d\":null}]}")));
    }

    @Test
    void tells_values_apart_that_look_alike() {
        List<String> contents = List.of(
                "{}",
                "{\"a\":null}",
                "{\"a\":\"null\"}",
                "{\"a\":1}",
                "{\"a\":\"1\"}",
                "{\"a\":[1]}",
                "{\"a\":[]}",
                "{\"a\":{}}",
                "{\"a\":true}",
                "{\"a\":false}",
                "{\"ab\":\"c\"}",
                "{\"a\":\"bc\"}");

        assertThat(contents.stream().map(one -> new String(digest(saying(one)), StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates();
    }

    @Property
    void changes_with_any_text(@ForAll @Size(min = 1, max = 5) Map<String, String> said, @ForAll String other) {
        String key = said.keySet().iterator().next();
        boolean same = said.get(key).equals(other);
        Map<String, String> changed = said.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getKey().equals(key) ? other : one.getValue()));

        assertThat(Arrays.equals(digest(saying(json(said))), digest(saying(json(changed)))))
                .isEqualTo(same);
    }

    private static JsonObject json(Map<String, String> said) {
        var object = JSON.createObjectBuilder();
        said.forEach(object::add);
        return object.build();
    }

    @Test
    void covers_type_number_and_days_of_all_vouchers_in_whatever_order_they_are_read() {
        JsonObject nothing = JSON.createObjectBuilder().build();
        Voucher first = new Voucher(VoucherType.ACCEPTANCE_NOTICE, "1", DAY, DAY, nothing);
        Voucher second = new Voucher(VoucherType.DEFERRED_NOTICE, "2", DAY, DAY, nothing);
        List<byte[]> digests = new ArrayList<>(List.of(
                digest(first),
                digest(second),
                digest(first, second),
                digest(new Voucher(VoucherType.ACCEPTANCE_NOTICE, "2", DAY, DAY, nothing)),
                digest(new Voucher(VoucherType.ACCEPTANCE_NOTICE, "1", DAY.plusDays(1), DAY, nothing)),
                digest(new Voucher(VoucherType.ACCEPTANCE_NOTICE, "1", DAY, null, nothing))));

        assertThat(digests.stream().map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
        assertThat(digest(second, first)).isEqualTo(digest(first, second));
    }

    @Test
    void of_events_from_before_is_missing_and_only_vouchers_of_their_kind_are_believed() {
        List<CaseEvent> events = CaseStory.submitted(ServiceCaseFixture.LICENCE, ServiceCaseFixture.TODAY)
                .received()
                .events();
        List<JournalEntry> entries =
                events.stream().map(VoucherDigestTest::entry).toList();
        byte[] head = events.getLast().hash();
        int received = events.getLast().sequence();
        Voucher decision = new Voucher(
                VoucherType.APPROVAL_DECISION,
                "3",
                DAY,
                null,
                JSON.createObjectBuilder().build());

        assertThat(JournalVerdict.of(entries, received, head, Map.of(received, List.of(saying("{}"))))
                        .intact())
                .isTrue();
        assertThat(JournalVerdict.of(entries, received, head, Map.of(received, List.of(decision)))
                        .brokenAt())
                .isEqualTo(received);
    }

    /// As the database gives it back.
    private static JournalEntry entry(CaseEvent event) {
        JournalEntry entry = new JournalEntry();
        entry.caseId = event.caseId();
        entry.caseNo = event.caseNo();
        entry.sequence = event.sequence();
        entry.kind = event.kind();
        entry.from = event.from();
        entry.to = event.to();
        entry.at = event.at();
        entry.actor = event.actor();
        entry.actorId = event.actorId();
        entry.note = event.note();
        entry.dueOn = event.dueOn();
        entry.clock = event.clock();
        entry.prevHash = event.previousHash();
        entry.hash = event.hash();
        entry.principal = event.principal();
        entry.delegationId = event.delegation();
        entry.voucherDigest = VoucherDigest.of(event.vouchers());
        return entry;
    }
}
