package cn.onenetwork.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// An item library that was examined and found whole: the only kind that can be loaded.
final class SoundLibrary {

    private final ItemLibrary library;

    private SoundLibrary(ItemLibrary library) {
        this.library = library;
    }

    /// @throws ImportReport.BrokenLibrary where anything in the library is broken; it names all that is
    static SoundLibrary of(ItemLibrary library, LibraryJson json) {
        ImportReport report = Examining.examine(library, json);
        if (!report.sound()) {
            throw new ImportReport.BrokenLibrary(report);
        }
        return new SoundLibrary(library);
    }

    List<ObjectNode> tenants() {
        return library.tenants();
    }

    List<ObjectNode> topics() {
        return library.topics();
    }

    List<ObjectNode> items() {
        return library.items();
    }
}
