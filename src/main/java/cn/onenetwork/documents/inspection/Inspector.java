package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Holds a file against every rule for its kind. Blocking, and bounded in time and memory.
public final class Inspector {

    private static final Logger LOG = Logger.getLogger(Inspector.class);

    /// In this order: the later ones read deeper.
    private static final List<Inspection> FOR_ALL = List.of(new MagicBytes(), new SecondFaces());

    private final Limits limits;

    public Inspector(Limits limits) {
        this.limits = limits;
    }

    /// What the first broken rule says; empty where the file keeps all of them.
    ///
    /// @param file      on the local disk; it is only read
    /// @param mediaType as it was announced
    public Optional<Rejection> inspect(Path file, String mediaType) {
        Optional<FileKind> kind = FileKind.announcedAs(mediaType);
        return kind.isEmpty() ? Optional.of(Rejection.TYPE_MISMATCH) : inspect(file, kind.get());
    }

    /// Whatever a reader trips over is a fault of the file: a reader of hostile bytes throws anything.
    private Optional<Rejection> inspect(Path path, FileKind kind) {
        try (OpenFile file = new OpenFile(path, new Budget(limits))) {
            for (Inspection rule : FOR_ALL) {
                rule.inspect(file, kind);
            }
            of(kind).inspect(file, kind);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(reason(failure));
        } catch (RuntimeException failure) {
            LOG.debugf("Reading as %s ended in %s", kind, failure.getClass().getName());
            return Optional.of(Rejection.UNREADABLE);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            LOG.warnf("Reading as %s ended in %s", kind, exhausted.getClass().getName());
            return Optional.of(Rejection.TOO_COMPLEX);
        }
    }

    private static Inspection of(FileKind kind) {
        return switch (kind) {
            case PDF -> new PdfInspection();
            case OFD -> new OfdInspection();
            case JPEG -> new JpegInspection();
            case PNG -> new PngInspection();
        };
    }

    private static Rejection reason(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof Rejected rejected) {
                return rejected.why();
            }
        }
        return Rejection.UNREADABLE;
    }
}
