package cn.onenetwork.cases;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.calendar.WorkCalendar;
import cn.onenetwork.calendar.WorkCalendars;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Cursor;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/// The cases that wait for the caller's tenant, most urgent first: by the last day of the clock that runs.
@ApplicationScoped
public class WorkQueue {

    private static final String CURSOR = "work";

    /// As the index has it, with the day itself: a plan that is made once for all days would not know it for
    /// that of the index.
    private static final String ORDER = "coalesce(c.dueOn, date " + Place.NEVER + "), c.id";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}[0-9A-Z]?");

    private final Cases cases;
    private final WorkCalendars calendars;
    private final AccessLog log;
    private final Clock clock;

    WorkQueue(Cases cases, WorkCalendars calendars, AccessLog log, Clock clock) {
        this.cases = cases;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no officer, reviewer or supervisor
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Page<WorkItem>> page(Caller caller, WorkQuery query, Page.Request page) {
        Condition condition = condition(caller, query);
        Place after = page.key(CURSOR, Place::of);
        if (after != null) {
            condition.and(
                    "(" + ORDER + ") > (:afterDue, :afterId)",
                    Map.of("afterDue", after.dueOn(), "afterId", after.id()));
        }
        return cases.find("from ServiceCase c where " + condition.text() + " order by " + ORDER, condition.parameters())
                .range(0, page.first())
                .<ServiceCase>list()
                .chain(found -> cases.atHand(found, caller))
                .map(found -> Page.of(found, page)
                        .map(one -> new WorkItem(
                                one.view(clock.instant()), Place.of(one.found()).cursor())))
                .invoke(shown ->
                        log.read(caller, shown.map(WorkItem::serviceCase).rows(), CasePart.LISTED));
    }

    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Long> count(Caller caller, WorkQuery query) {
        Condition condition = condition(caller, query);
        return cases.count("from ServiceCase c where " + condition.text(), condition.parameters());
    }

    private Condition condition(Caller caller, WorkQuery query) {
        caller.require(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
        Condition condition = new Condition(new ArrayList<>(), new HashMap<>());
        CaseAccess.Condition theirs = CaseAccess.filedThere(caller);
        condition.and(theirs.text(), theirs.parameters());
        if (query.tenant() != null) {
            condition.and("c.tenantId = :asked", Map.of("asked", query.tenant()));
        }
        condition.and(CaseAccess.among(Objects.requireNonNullElse(query.statuses(), WorkQuery.WAITING)), Map.of());
        if (query.department() != null) {
            condition.and("c.department = :department", Map.of("department", query.department()));
        }
        if (query.text() != null) {
            text(condition, query.text());
        }
        warning(condition, query);
        return condition;
    }

    /// The pairs of characters lead to candidates, the pattern keeps those that contain the text. Only what could
    /// be the beginning of a number is looked for among numbers: digits, and a last sign of up to `Z`.
    private static void text(Condition condition, String text) {
        String name = "cast(sql('(search_grams(?) @> search_grams(?))', c.itemName, :text) as Boolean) = true"
                + " and c.itemName like :name escape '\\'";
        Map<String, Object> parameters = new HashMap<>(Map.of("text", text, "name", "%" + literal(text) + "%"));
        if (NUMBER.matcher(text).matches()) {
            parameters.putAll(Map.of("number", text, "lastNumber", text + "Z"));
            condition.and("(c.caseNo between :number and :lastNumber or " + name + ")", parameters);
        } else {
            condition.and(name, parameters);
        }
    }

    /// A case is overdue from the first working day after its last day, not on the weekend between.
    private void warning(Condition condition, WorkQuery query) {
        if (query.warning() != null) {
            LocalDate today = ShanghaiTime.dayOf(clock.instant());
            LocalDate lastWorked = lastWorked(today);
            switch (query.warning()) {
                case RED -> condition.and("c.dueOn < :lastWorked", Map.of("lastWorked", lastWorked));
                case YELLOW ->
                    condition.and(
                            "c.dueOn >= :lastWorked and c.yellowOn <= :today",
                            Map.of("lastWorked", lastWorked, "today", today));
                case GREEN -> condition.and("(c.dueOn is null or c.yellowOn > :today)", Map.of("today", today));
            }
        }
    }

    private LocalDate lastWorked(LocalDate today) {
        WorkCalendar calendar = calendars.current();
        LocalDate day = today;
        while (!calendar.isWorkday(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /// A case of the queue, and where it stands in it.
    public record WorkItem(CaseView serviceCase, String cursor) {}

    private record Condition(List<String> parts, Map<String, Object> parameters) {

        void and(String part, Map<String, Object> values) {
            parts.add(part);
            parameters.putAll(values);
        }

        String text() {
            return String.join(" and ", parts);
        }
    }

    private record Place(LocalDate dueOn, UUID id) {

        /// Where no clock runs, the case comes last.
        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

        static Place of(List<String> keys) {
            return new Place(LocalDate.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        }

        static Place of(ServiceCase one) {
            return new Place(Objects.requireNonNullElse(one.dueOn(), NEVER), one.id());
        }

        String cursor() {
            return new Cursor(CURSOR, dueOn, id).encoded();
        }
    }
}
