package cn.onenetwork.calendar.api;

import cn.onenetwork.calendar.ImportingNotices;
import cn.onenetwork.calendar.RefreshingCalendar;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Outcomes;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/// Imports of holiday notices.
@GraphQLApi
public class NoticeMutations {

    private final ImportingNotices importing;
    private final RefreshingCalendar refreshing;
    private final Callers callers;

    NoticeMutations(ImportingNotices importing, RefreshingCalendar refreshing, Callers callers) {
        this.importing = importing;
        this.refreshing = refreshing;
        this.callers = callers;
    }

    @Mutation
    @Description(
            "Imports the State Council's holiday notice of a year; due days that were provisional are reckoned anew"
                    + " within a minute. 导入节假日安排。 Requires ADMIN.")
    public Uni<HolidayNoticeImportPayload> holidayNoticeImport(
            @NonNull @Name("input") @Description("The notice. 节假日安排。") HolidayNoticeImportInput input) {
        Caller caller = callers.current().require(Role.ADMIN);
        return Outcomes.payload(
                importing
                        .importNotice(input.notice().toString(), caller.id())
                        .call(refreshing::refresh)
                        .map(notice -> new HolidayNoticeImportPayload(notice.year(), List.of())),
                caller.locale(),
                errors -> new HolidayNoticeImportPayload(null, errors));
    }
}
