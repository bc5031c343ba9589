package cn.onenetwork.documents;

import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the files of slots that the caller was allowed to see.
@ApplicationScoped
public class DocumentReading {

    private final Documents documents;

    DocumentReading(Documents documents) {
        this.documents = documents;
    }

    /// The files of the slots, in their order.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<List<DocumentView>>> documents(List<CaseMaterialView> slots, Caller caller) {
        return documents
                .ofCases(slots.stream().map(slot -> slot.reference().caseId()).collect(Collectors.toSet()))
                .map(found -> {
                    Map<CaseMaterialView.Reference, List<StoredDocument>> bySlot =
                            found.stream().collect(Collectors.groupingBy(StoredDocument::slot));
                    return slots.stream()
                            .map(slot -> bySlot.getOrDefault(slot.reference(), List.of()).stream()
                                    .map(document -> document.view(caller))
                                    .toList())
                            .toList();
                });
    }
}
