package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A slot of a case into which its applicant may put a document now.
///
/// @param owner      whose case it is
/// @param caller     who puts it there, with its mandates
/// @param delegation by which; null where the token gives the right
public record OpenSlot(
        UUID caseId,
        String owner,
        RequiredMaterial material,
        Caller caller,
        @Nullable UUID delegation) {}
