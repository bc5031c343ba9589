package cn.onenetwork.documents.api;

import cn.onenetwork.documents.DocumentState;
import cn.onenetwork.documents.DocumentView;
import cn.onenetwork.documents.download.DownloadPurpose;
import cn.onenetwork.documents.download.DownloadTickets;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Loaders;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// The addresses of downloads, made for whoever asks.
@GraphQLApi
public class DownloadFields {

    private final DownloadTickets tickets;
    private final Callers callers;

    DownloadFields(DownloadTickets tickets, Callers callers) {
        this.tickets = tickets;
        this.callers = callers;
    }

    @Description(
            "Address of the bytes for the viewer alone, good for a few minutes; null until READY. A path is relative"
                    + " to the address of the API. 下载地址（限本人短期使用）。")
    public Uni<@Nullable String> downloadUrl(
            @Source @Name("document") DocumentView document,
            @Name("purpose")
                    @Description(
                            "What for; left out, OWN_USE for applicants, CASE_HANDLING for the staff of the tenant,"
                                    + " AUDIT for auditors. 用途。")
                    @Nullable
                    DownloadPurpose purpose,
            Context context) {
        Caller caller = callers.current();
        return Loaders.<DocumentView, @Nullable String>of(
                        context,
                        "Document.downloadUrl",
                        "purpose=" + purpose,
                        documents -> Uni.createFrom().item(() -> addresses(documents, caller, purpose)))
                .load(document);
    }

    private List<@Nullable String> addresses(
            List<DocumentView> documents, Caller caller, @Nullable DownloadPurpose purpose) {
        return documents.stream()
                .<@Nullable String>map(document -> document.state() == DocumentState.READY
                        ? tickets.address(document.id(), caller, purpose)
                        : null)
                .toList();
    }
}
