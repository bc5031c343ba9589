package cn.onenetwork.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What each argument and each field of an input names, from `arguments.table`, so that it can be asked for
/// sensibly.
final class Meanings {

    static final String FILE = "arguments.table";

    /// What an argument names.
    enum Meaning {
        /// The id of a case: everybody tries it with every prepared case.
        CASE,
        /// The number of a case, in the same way.
        CASE_NO,
        /// The id of a document: of one's own case, of somebody else's, of none.
        DOCUMENT,
        /// The id of a material, which is public.
        MATERIAL,
        /// An item, named where no case is.
        ITEM,
        /// A key of idempotency or another text, new each time.
        KEY,
        /// The version that a decision is made on.
        VERSION,
        /// A cursor, which somebody else was given.
        CURSOR,
        /// The length of a page.
        PAGE,
        /// Anything else: always given, where it is an input of a mutation or required; the sample says what.
        VALUE,
        /// Names or selects something: left out, and tried by itself with each of the samples.
        CHOICE,
        /// Left out.
        NONE
    }

    private final Table table = Table.read(FILE);

    boolean knows(String argument) {
        return table.rows().containsKey(argument);
    }

    Map<String, Map<String, String>> rows() {
        return table.rows();
    }

    Meaning of(String argument) {
        Map<String, String> row = table.rows().get(argument);
        if (row == null) {
            throw new IllegalArgumentException(
                    "%s has no meaning. Add a row to %s that says what it names (%s), with a sample for VALUE and CHOICE."
                            .formatted(argument, Table.FOLDER.resolve(FILE), Arrays.toString(Meaning.values())));
        }
        return Meaning.valueOf(row.get("names"));
    }

    /// The samples, as JSON; in the file parted by semicolons.
    List<Object> samples(String argument) {
        String samples = table.rows().get(argument).get("samples");
        return samples.isEmpty()
                ? List.of()
                : Arrays.stream(samples.split(";")).map(Meanings::json).toList();
    }

    private static Object json(String sample) {
        try {
            return Door.JSON.readValue(sample.strip(), Object.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("a sample that is not JSON: " + sample, wrong);
        }
    }
}
