package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the owner of a case is shown of its query code; staff and agents are shown nothing of it.
@ApplicationScoped
public class OwnersView {

    private final QueryCodes codes;
    private final WrongCodes wrongCodes;
    private final Clock clock;

    OwnersView(QueryCodes codes, WrongCodes wrongCodes, Clock clock) {
        this.codes = codes;
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    /// The codes of cases that were read before, in their order; null for drafts and for those of others.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<@Nullable String>> codes(List<CaseView> read) {
        Map<UUID, CaseView> own = own(read);
        return own.isEmpty()
                ? none(read)
                : codes.of(own.keySet())
                        .map(found -> each(read, one -> {
                            QueryCode code = found.get(id(one));
                            return code == null ? null : code.value();
                        }));
    }

    /// The wrong codes for cases that were read before, in their order; null where there were none, and for cases of
    /// others.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<@Nullable CaseQueryTries>> tries(List<CaseView> read) {
        Instant now = clock.instant();
        List<String> numbers =
                own(read).values().stream().map(OwnersView::number).toList();
        return numbers.isEmpty()
                ? none(read)
                : wrongCodes
                        .of(numbers)
                        .map(found -> each(read, one -> {
                            Tries tries = one.caseNo() == null ? null : found.get(one.caseNo());
                            return tries == null ? null : CaseQueryTries.of(tries, now);
                        }));
    }

    private static Map<UUID, CaseView> own(List<CaseView> read) {
        return read.stream()
                .filter(one -> one.caseNo() != null && one.accessBasis().isOwn())
                .collect(Collectors.toMap(OwnersView::id, one -> one, (first, _) -> first));
    }

    private static UUID id(CaseView one) {
        return one.reference().id();
    }

    private static String number(CaseView one) {
        return Objects.requireNonNull(one.caseNo());
    }

    private static <T> Uni<List<@Nullable T>> none(List<CaseView> read) {
        return Uni.createFrom().item(() -> each(read, _ -> null));
    }

    private static <T> List<@Nullable T> each(List<CaseView> read, Function<CaseView, @Nullable T> what) {
        List<@Nullable T> all = new ArrayList<>();
        read.forEach(one -> all.add(what.apply(one)));
        return all;
    }
}
