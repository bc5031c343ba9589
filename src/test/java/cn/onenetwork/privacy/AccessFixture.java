package cn.onenetwork.privacy;

import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.platform.Ids;
import java.time.Instant;
import java.util.UUID;

/// Notes as officers leave them.
final class AccessFixture {

    static final UUID CASE = Ids.next(Instant.EPOCH);
    static final Instant NOW = Instant.parse("2026-03-09T02:00:00.123456Z");

    private AccessFixture() {}

    static Note note(String officer, CasePart part) {
        return note(officer, CASE, part);
    }

    static Note note(String officer, UUID caseId, CasePart part) {
        AccessRow.Actor actor =
                new AccessRow.Actor(officer, AccountKind.STAFF, "*某", null, "guiyang-hightech", "ht-approval");
        return new Note(Ids.next(NOW), NOW, actor, caseId, "CASE_HANDLING", part);
    }
}
