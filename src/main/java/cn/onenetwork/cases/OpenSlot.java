package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import java.util.UUID;

/// A slot of a case into which its applicant may put a document now.
///
/// @param owner whose case it is
public record OpenSlot(UUID caseId, String owner, RequiredMaterial material) {}
