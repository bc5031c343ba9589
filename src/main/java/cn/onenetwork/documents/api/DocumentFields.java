package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseMaterialView;
import cn.onenetwork.documents.DocumentReading;
import cn.onenetwork.documents.DocumentView;
import cn.onenetwork.identity.Callers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/// The files of a slot, batched over all slots of an answer.
@GraphQLApi
public class DocumentFields {

    private final DocumentReading reading;
    private final Callers callers;

    DocumentFields(DocumentReading reading, Callers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    @NonNull
    @Description("The files handed in for it, oldest first, whatever their state. 已提交文件。")
    public Uni<List<@NonNull List<@NonNull DocumentView>>> documents(
            @Source @Name("material") List<CaseMaterialView> slots) {
        return reading.documents(slots, callers.current());
    }

    @NonNull
    @Description("The viewer's own checked files of other cases that this slot would take, newest first: use one with"
            + " documentReuse instead of uploading it again; empty for staff. 可复用的材料。")
    public Uni<List<@NonNull List<@NonNull DocumentView>>> reusable(
            @Source @Name("material") List<CaseMaterialView> slots) {
        return reading.reusable(slots, callers.current());
    }
}
