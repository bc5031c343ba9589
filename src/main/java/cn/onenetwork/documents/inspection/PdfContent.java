package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Every object of a PDF, whether a page leads to it or not: what runs, what is attached, what unfolds.
final class PdfContent {

    /// Actions that run code, start programs, or send and fetch data (ISO 32000-1, 12.6.4). Links to pages and to web
    /// addresses are none.
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute", "GoToE", "Movie");

    /// Keys under which code stands. XFA forms are programs of their own, and ordinary viewers do not show them.
    private static final Set<String> CODE = Set.of("JS", "JavaScript", "XFA", "RichMediaContent", "RichMediaSettings");

    private static final Set<String> ANNOTATIONS = Set.of("RichMedia", "Movie", "3D");
    private static final COSName STRUCTURE = COSName.getPDFName("StructElem");

    private final COSDocument document;
    private final Budget budget;
    private final PdfStreams streams;

    PdfContent(PDDocument document, Budget budget) {
        this.document = document.getDocument();
        this.budget = budget;
        this.streams = new PdfStreams(budget);
    }

    void inspect() throws IOException {
        inspect(document.getTrailer());
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            budget.requireKept();
            inspect(document.getObjectFromPool(key).getObject());
        }
    }

    /// An object with all that it holds itself; what it refers to comes in its own turn.
    private void inspect(COSBase object) throws IOException {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, object);
        while (!open.isEmpty()) {
            COSBase one = open.pop();
            if (one instanceof COSArray array) {
                array.forEach(element -> push(open, element));
            } else if (one instanceof COSDictionary dictionary) {
                inspectDictionary(dictionary);
                dictionary.getValues().forEach(value -> push(open, value));
            }
        }
    }

    private static void push(Deque<COSBase> open, COSBase object) {
        if (object != null && !(object instanceof COSObject)) {
            open.push(object);
        }
    }

    private void inspectDictionary(COSDictionary dictionary) throws IOException {
        if (runs(dictionary)) {
            throw new Rejected(Rejection.ACTIVE_CONTENT);
        }
        if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary attached) {
            for (Map.Entry<COSName, COSBase> entry : attached.entrySet()) {
                requireData(entry.getValue());
            }
        }
        if (dictionary instanceof COSStream stream) {
            requireSmallPicture(stream);
            streams.measure(stream, budget.part());
        }
    }

    private static boolean runs(COSDictionary dictionary) {
        boolean action = ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                && !STRUCTURE.equals(dictionary.getCOSName(COSName.TYPE));
        return action
                || dictionary.keySet().stream().map(COSName::getName).anyMatch(CODE::contains)
                || ANNOTATIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)));
    }

    /// Electronic vouchers carry their own data as XML, which runs nowhere. Nothing else may be attached.
    private void requireData(COSBase attached) throws IOException {
        COSBase object = attached instanceof COSObject reference ? reference.getObject() : attached;
        if (object instanceof COSStream stream) {
            XmlHead head = new XmlHead(budget.part());
            streams.measure(stream, head);
            if (!head.isXml()) {
                throw new Rejected(Rejection.ACTIVE_CONTENT);
            }
        }
    }

    private void requireSmallPicture(COSStream stream) throws Rejected {
        long width = stream.getLong(COSName.WIDTH, 0);
        long height = stream.getLong(COSName.HEIGHT, 0);
        long most = budget.limits().pixels();
        boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        if (picture && (width > most || height > most || width * height > most)) {
            throw budget.exceeded();
        }
    }
}
