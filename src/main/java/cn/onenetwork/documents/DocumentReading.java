package cn.onenetwork.documents;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.cases.CaseMaterialView.Reference;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.identity.delegation.Mandates;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the files of slots that the caller was allowed to see.
@ApplicationScoped
public class DocumentReading {

    private final Documents documents;
    private final Mandates mandates;
    private final AccessLog log;

    DocumentReading(Documents documents, Mandates mandates, AccessLog log) {
        this.documents = documents;
        this.mandates = mandates;
        this.log = log;
    }

    /// The files of the slots, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<DocumentView>>> documents(List<CaseMaterialView> slots, Caller caller) {
        log.readSlots(caller, slots, CasePart.DOCUMENTS);
        return documents.ofCases(cases(slots)).map(found -> {
            Map<Reference, List<StoredDocument>> bySlot =
                    found.stream().collect(Collectors.groupingBy(StoredDocument::slot));
            return slots.stream()
                    .map(slot -> bySlot.getOrDefault(slot.reference(), List.of()).stream()
                            .map(document -> document.view(slot.slot(), caller))
                            .toList())
                    .toList();
        });
    }

    /// For each slot the files of other cases of the same owner that it would take, newest first, as far as the
    /// caller applies there too; none for staff.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<DocumentView>>> reusable(List<CaseMaterialView> slots, Caller caller) {
        Set<String> owners = slots.stream().map(CaseMaterialView::owner).collect(Collectors.toSet());
        return !caller.has(Role.CITIZEN) || owners.isEmpty()
                ? Uni.createFrom()
                        .item(slots.stream().map(_ -> List.<DocumentView>of()).toList())
                : mandates.of(caller)
                        .chain(held -> documents.reusable(owners, held))
                        .map(found -> slots.stream()
                                .map(slot -> found.stream()
                                        .filter(document -> document.owner.equals(slot.owner()))
                                        .filter(document -> document.fits(slot))
                                        .map(document -> document.view(caller))
                                        .toList())
                                .toList());
    }

    private static Set<UUID> cases(List<CaseMaterialView> slots) {
        return slots.stream().map(slot -> slot.reference().caseId()).collect(Collectors.toSet());
    }
}
