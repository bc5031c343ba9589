package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Texts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Keeps what applicants signed instead of handing materials in, word by word; rows are only ever added.
@ApplicationScoped
class CommitmentLetters {

    /// The wording of a letter. It is signed in Chinese, whatever language the app shows.
    ///
    /// @param locale only to show what would be signed
    static String wording(Undertaking.Kind kind, RequiredMaterial material, Moment moment, Locale locale) {
        return Texts.commitment(
                kind.name(),
                locale,
                moment.item().name(),
                material.name(),
                String.valueOf(Deferral.workdays(moment.item())));
    }

    /// Signs for every slot that a promise fills.
    Uni<Void> sign(UUID caseId, CaseMaterials filed, Caller signer, Moment moment) {
        return Multi.createFrom()
                .iterable(filed.slots().entrySet())
                .filter(slot -> CaseMaterialView.MaterialState.PROMISED.contains(
                        slot.getValue().state()))
                .onItem()
                .transformToUniAndConcatenate(slot -> keep(caseId, slot.getKey(), slot.getValue(), signer, moment))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> keep(UUID caseId, String materialId, MaterialSlot slot, Caller signer, Moment moment) {
        Undertaking.Kind kind = Objects.requireNonNull(slot.undertaking()).kind();
        RequiredMaterial material = moment.item().material(materialId).orElseThrow();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into commitment_letter (case_id, material_id, signed_at, kind, content, signed_by)
                                values (:case, :material, :at, :kind, :content, :signer)
                                """)
                        .setParameter("case", caseId)
                        .setParameter("material", materialId)
                        .setParameter("at", moment.now())
                        .setParameter("kind", kind.name())
                        .setParameter("content", wording(kind, material, moment, Locale.SIMPLIFIED_CHINESE))
                        .setParameter("signer", signer.id())
                        .executeUpdate());
    }

    /// The newest letter for each slot of some cases.
    Uni<Map<CaseMaterialView.Reference, SignedCommitment>> of(List<UUID> caseIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (case_id, material_id) case_id, material_id, kind, content, signed_at
                                from commitment_letter where case_id = any(cast(:cases as uuid[]))
                                order by case_id, material_id, signed_at desc
                                """, Object[].class)
                        .setParameter("cases", caseIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new CaseMaterialView.Reference((UUID) row[0], (String) row[1]),
                                CommitmentLetters::letter)));
    }

    private static SignedCommitment letter(Object[] row) {
        Instant at = ((OffsetDateTime) row[4]).toInstant();
        return new SignedCommitment(Undertaking.Kind.valueOf((String) row[2]), (String) row[3], at);
    }
}
