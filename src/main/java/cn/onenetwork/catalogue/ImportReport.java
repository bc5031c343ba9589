package cn.onenetwork.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/// What an examination of an item library found. Nothing of a library is taken in while a single item is
/// broken.
///
/// @param tenants how many tenants the library has
/// @param items   how many items it has
/// @param broken  what must not be taken in, and why; empty if all is well
record ImportReport(int tenants, int items, List<Broken> broken) {

    ImportReport {
        broken = List.copyOf(broken);
    }

    boolean sound() {
        return broken.isEmpty();
    }

    /// All that is broken, a line each.
    String told() {
        return broken.stream().map(Broken::told).collect(Collectors.joining("\n"));
    }

    /// A tenant or an item with all that is wrong with it.
    ///
    /// @param name such as `item ht-company-setup`
    record Broken(String name, List<Finding> findings) {

        Broken {
            findings = List.copyOf(findings);
        }

        String told() {
            return name + ": " + findings.stream().map(Finding::told).collect(Collectors.joining("; "));
        }
    }

    /// One thing that is wrong.
    ///
    /// @param code   stable, to program against
    /// @param reason for the operator, in English and Chinese
    record Finding(String code, String reason) {

        String told() {
            return code + " (" + reason + ")";
        }
    }

    /// Thrown instead of taking a broken library in.
    static final class BrokenLibrary extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        BrokenLibrary(ImportReport report) {
            super("The item library is refused as a whole, %d of it broken:%n%s"
                    .formatted(report.broken().size(), report.told()));
            this.report = report;
        }

        ImportReport report() {
            return report;
        }
    }
}
