package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The port to the access log (访问日志): who was given which personal data of a case, and what for.
///
/// It is no part of the case's journal: looking at a case does not change it, and the journal is shown to everyone
/// who works on the case. The room `privacy` keeps it.
public interface AccessLog {

    /// Writes accesses down, all or none, in a transaction of its own. To be waited for before anything is given: what
    /// cannot be written down is not given.
    Uni<Void> record(List<Access> accesses);

    /// Notes that somebody is given a part of a case. Returns when the note outlives this process; the row of the
    /// log follows a little later.
    ///
    /// @throws cn.onenetwork.platform.Refusal UNAVAILABLE where it cannot be noted: then nothing may be given
    void note(Caller reader, UUID caseId, CasePart part);

    /// Notes that somebody is given a part of some cases; of one's own nothing is noted.
    default void read(Caller reader, Collection<CaseView> cases, CasePart part) {
        cases.stream()
                .filter(one -> !Owner.isOwn(reader, one.reference().owner()))
                .forEach(one -> note(reader, one.uuid(), part));
    }

    /// Notes that somebody is given events of some cases; of one's own nothing is noted.
    default void readNews(Caller reader, Collection<JournalNews> news) {
        news.stream()
                .filter(one -> !Owner.isOwn(reader, one.owner()))
                .map(one -> UUID.fromString(one.event().caseId()))
                .distinct()
                .forEach(caseId -> note(reader, caseId, CasePart.TIMELINE));
    }

    /// Notes that somebody is told what happens to a case, from this event on; of one's own nothing is noted.
    default void follow(Caller reader, JournalNews first) {
        if (!Owner.isOwn(reader, first.owner())) {
            note(reader, UUID.fromString(first.event().caseId()), CasePart.NEWS);
        }
    }

    /// Notes that somebody who has the query code is told how a case stands; of one's own nothing is noted. Whoever is
    /// not logged in is nobody known, and may be the owner.
    default void enquired(Caller reader, UUID caseId, String owner) {
        if (!Owner.isOwn(reader, owner)) {
            note(reader, caseId, CasePart.PROGRESS);
        }
    }

    /// Notes that somebody is given what fills some slots; of one's own cases nothing is noted.
    default void readSlots(Caller reader, Collection<CaseMaterialView> slots, CasePart part) {
        slots.stream()
                .filter(slot -> !Owner.isOwn(reader, slot.owner()))
                .map(slot -> slot.reference().caseId())
                .distinct()
                .forEach(caseId -> note(reader, caseId, part));
    }
}
