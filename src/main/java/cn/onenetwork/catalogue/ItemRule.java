package cn.onenetwork.catalogue;

import cn.onenetwork.catalogue.ImportReport.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// A rule that items must keep to.
///
/// @param code   stable
/// @param reason what the rule asks, in English and Chinese
/// @param broken the places where an item breaks it; a single empty text where there is no place to name
record ItemRule(String code, String reason, Places broken) {

    private static final int MOST_PLACES = 5;

    /// A rule on the item alone.
    static ItemRule rule(String code, String reason, Predicate<ServiceItem> holds) {
        return rule(code, reason, (item, _) -> holds.test(item));
    }

    /// A rule on the item within its library.
    static ItemRule rule(String code, String reason, BiPredicate<ServiceItem, LibraryFacts> holds) {
        return new ItemRule(code, reason, (item, library) -> holds.test(item, library) ? List.of() : List.of(""));
    }

    /// A rule that names the places where it is broken.
    static ItemRule placed(String code, String reason, Function<ServiceItem, List<String>> broken) {
        return new ItemRule(code, reason, (item, _) -> broken.apply(item));
    }

    Optional<Finding> finding(ServiceItem item, LibraryFacts library) {
        List<String> places = broken.of(item, library);
        return places.isEmpty() ? Optional.empty() : Optional.of(new Finding(code, reason + told(places)));
    }

    private static String told(List<String> places) {
        String told = String.join(", ", places.subList(0, Math.min(MOST_PLACES, places.size())));
        return told.isEmpty() ? "" : " " + told;
    }

    /// Where an item breaks a rule.
    @FunctionalInterface
    interface Places {
        List<String> of(ServiceItem item, LibraryFacts library);
    }
}
