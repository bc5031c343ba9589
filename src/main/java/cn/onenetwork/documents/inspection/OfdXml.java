package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of an OFD, read as a stream. A document type declaration is refused wherever it comes: nothing in an
/// OFD
/// needs one, and it can make a reader fetch files and addresses, or unfold without end.
final class OfdXml {

    private static final XMLInputFactory FACTORY = factory();
    private static final String NO_NAME = "";
    private static final int DEEPEST = 256;

    private final Budget budget;
    private final Set<String> documents = new LinkedHashSet<>();
    private String root = NO_NAME;
    private int pages;
    private int depth;

    OfdXml(Budget budget) {
        this.budget = budget;
    }

    boolean is(String name) {
        return root.equals(name);
    }

    /// The parts that `DocRoot` leads to.
    Set<String> documents() {
        return documents;
    }

    /// How many pages it lists.
    int pages() {
        return pages;
    }

    void read(InputStream content) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(leftOpen(content));
            while (reader.hasNext()) {
                budget.tick();
                event(reader, reader.next());
            }
        } catch (XMLStreamException broken) {
            throw broken.getNestedException() instanceof IOException cause ? cause : new IOException(broken);
        }
    }

    /// The reader closes what it was given, and there may be more to read.
    private static InputStream leftOpen(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public void close() {
                // closed by whoever opened it
            }
        };
    }

    private void event(XMLStreamReader reader, int event) throws XMLStreamException, Rejected {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Rejected(Rejection.ACTIVE_CONTENT);
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException, Rejected {
        String name = reader.getLocalName();
        if (++depth > DEEPEST) {
            throw new Rejected(Rejection.TOO_COMPLEX);
        }
        if (depth == 1) {
            root = name;
        }
        if (name.equals("Page")) {
            pages++;
        }
        if (name.equals("DocRoot")) {
            documents.add(reader.getElementText().strip().replaceFirst("^(\\./|/)+", ""));
            depth--;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
