package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An OFD (GB/T 33190) is a ZIP with `OFD.xml` at its root, which leads to the documents in it. Everything in it is
/// unfolded once, with a counter: headers are not believed.
final class OfdInspection implements Inspection {

    private static final String ROOT = "OFD.xml";
    private static final int HEAD = 16;
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "lnk", "jar",
            "sh", "apk", "html", "htm", "svg");

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        List<ZipPart> parts = ZipPart.all(file, ZipDirectory.of(file));
        OfdXml root = new OfdXml(file.budget());
        try (UnfoldedPart content = new UnfoldedPart(file, named(parts, ROOT))) {
            root.read(content);
            content.finish();
        }
        Set<String> documents = documents(root, parts);
        int pages = 0;
        for (ZipPart part : parts) {
            pages += inspect(file, part, documents.contains(part.name()));
        }
        if (pages > file.budget().limits().pages()) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
    }

    private static ZipPart named(List<ZipPart> parts, String name) throws Rejected {
        Optional<ZipPart> found =
                parts.stream().filter(part -> part.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new Rejected(Rejection.TYPE_MISMATCH));
    }

    private static Set<String> documents(OfdXml root, List<ZipPart> parts) throws Rejected {
        Set<String> names = parts.stream().map(ZipPart::name).collect(Collectors.toSet());
        if (!root.is("OFD") || root.documents().isEmpty() || !names.containsAll(root.documents())) {
            throw new Rejected(Rejection.UNREADABLE);
        }
        return root.documents();
    }

    /// Reads one part to its end; returns how many pages it lists.
    private static int inspect(OpenFile file, ZipPart part, boolean isDocument) throws IOException {
        String name = part.name().toLowerCase(Locale.ROOT);
        if (PROGRAMS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new Rejected(Rejection.ACTIVE_CONTENT);
        }
        try (UnfoldedPart content = new UnfoldedPart(file, part)) {
            byte[] head = content.readNBytes(HEAD);
            if (SecondFaces.isProgramOrPackage(head)) {
                throw new Rejected(Rejection.ACTIVE_CONTENT);
            }
            int pages = 0;
            if (name.endsWith(".xml")) {
                OfdXml xml = new OfdXml(file.budget());
                xml.read(whole(head, content));
                pages = isDocument ? xml.pages() : 0;
            }
            content.finish();
            return pages;
        }
    }

    private static InputStream whole(byte[] head, InputStream rest) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(rest, HEAD);
        whole.unread(head);
        return whole;
    }
}
