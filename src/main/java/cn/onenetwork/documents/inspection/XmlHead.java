package cn.onenetwork.documents.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The first bytes of something unfolded, to see whether it is XML; the rest is only counted.
final class XmlHead extends OutputStream {

    private static final String DECLARATION = "<?xml";
    private static final int ENOUGH = 64;

    private final Budget.Part part;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(ENOUGH);

    XmlHead(Budget.Part part) {
        this.part = part;
    }

    /// Whether it begins with the declaration of XML, in an encoding that writes ASCII as ASCII.
    boolean isXml() {
        String text = head.toString(StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).startsWith(DECLARATION);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        part.add(length);
        head.write(bytes, from, Math.clamp(ENOUGH - head.size(), 0, length));
    }
}
