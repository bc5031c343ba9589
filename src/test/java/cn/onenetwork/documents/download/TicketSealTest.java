package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketSealTest {

    private static final String OLD = key((byte) 1);
    private static final String NEW = key((byte) 2);
    private static final TicketSeal SEAL = TicketSeal.of(NEW);

    @Property
    void what_is_sealed_opens_again(@ForAll byte[] content, @ForAll String bound) {
        assertThat(SEAL.opened(SEAL.sealed(content, bound), bound))
                .hasValueSatisfying(opened -> assertThat(opened.content()).isEqualTo(content));
    }

    @Property
    void a_ticket_in_which_any_character_is_another_one_opens_nothing(
            @ForAll @Size(max = 40) byte[] content, @ForAll int place, @ForAll @IntRange(min = 1, max = 63) int other) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String ticket = SEAL.sealed(content, "a");
        int at = Math.floorMod(place, ticket.length());
        char altered = alphabet.charAt((alphabet.indexOf(ticket.charAt(at)) + other) % alphabet.length());

        assertThat(SEAL.opened(ticket.substring(0, at) + altered + ticket.substring(at + 1), "a"))
                .isEmpty();
    }

    @Property
    void a_ticket_that_is_cut_off_opens_nothing(@ForAll @Size(max = 40) byte[] content, @ForAll int place) {
        String ticket = SEAL.sealed(content, "a");

        assertThat(SEAL.opened(ticket.substring(0, Math.floorMod(place, ticket.length())), "a"))
                .isEmpty();
    }

    @Property
    void nothing_that_was_not_sealed_opens(@ForAll String ticket) {
        assertThat(SEAL.opened(ticket, "a")).isEmpty();
    }

    @Test
    void a_ticket_opens_for_nothing_but_what_it_was_sealed_for() {
        assertThat(SEAL.opened(SEAL.sealed(new byte[3], "a"), "b")).isEmpty();
    }

    @Test
    void no_two_tickets_are_alike() {
        assertThat(SEAL.sealed(new byte[3], "a")).isNotEqualTo(SEAL.sealed(new byte[3], "a"));
    }

    @Test
    void a_key_can_be_changed_without_a_gap() {
        String sealedBefore = TicketSeal.of(OLD).sealed(new byte[3], "a");

        assertThat(TicketSeal.of(NEW + "," + OLD).opened(sealedBefore, "a")).isPresent();
        assertThat(TicketSeal.of(NEW).opened(sealedBefore, "a")).isEmpty();
        assertThat(TicketSeal.of(NEW).opened(TicketSeal.of(NEW + ", " + OLD).sealed(new byte[3], "a"), "a"))
                .isPresent();
    }

    @Test
    void a_drawn_key_is_nobody_elses() {
        assertThat(TicketSeal.drawn().opened(TicketSeal.drawn().sealed(new byte[3], "a"), "a"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret-words", "AAAA", "%s,", "%s,AAAA"})
    void a_key_that_is_none_is_refused_without_repeating_it(String pattern) {
        String keys = pattern.formatted(OLD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketSeal.of(keys))
                .withMessage("a ticket key has to be 32 bytes in Base64");
    }

    private static String key(byte of) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, of);
        return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
    }
}
