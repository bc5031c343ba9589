package cn.onenetwork.enquiry;

import java.time.Instant;

/// The wrong codes that matter when somebody asks for a case number, and what follows from them.
///
/// Who asks is stopped first: for this number after a few, for all numbers after some more. So nobody closes a
/// number to others alone. Where many askers close it together, or guess at so many numbers at once that it is a
/// flood, strangers are kept out, and whoever opened this number before goes on being answered.
///
/// @param asker   those of this asker, whatever the number; every question without an answer counts, also one with
///     the right code, so that the count tells nothing
/// @param both    those of this asker for this number
/// @param number  those for this number, whoever asked
/// @param flood   whether there were too many over all numbers in this minute
/// @param welcome whether this asker opened this number not long ago
record Tallies(Tries asker, Tries both, Tries number, boolean flood, boolean welcome) {

    record Limits(Tries.Rules asker, Tries.Rules both, Tries.Rules number) {}

    /// Whether the right code would be answered now.
    boolean open(Instant now) {
        return !asker.locked(now) && !both.locked(now) && (welcome || !flood && !number.locked(now));
    }

    /// After a question without an answer. While nothing is open only the asker is counted, so that whoever goes on
    /// does not lengthen a lock for others.
    Tallies unanswered(Instant now, Limits limits) {
        Tries more = asker.wrongAt(now, limits.asker());
        return open(now)
                ? new Tallies(
                        more, both.wrongAt(now, limits.both()), number.wrongAt(now, limits.number()), flood, welcome)
                : new Tallies(more, both, number, flood, welcome);
    }
}
