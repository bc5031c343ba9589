package cn.onenetwork.documents.inspection;

import java.io.IOException;
import java.io.OutputStream;

/// How many objects an object stream of a PDF holds at most, seen from the characters that begin one.
final class ObjectCount extends OutputStream {

    private final Budget.Part part;
    private int objects;

    ObjectCount(Budget.Part part) {
        this.part = part;
    }

    long size() {
        return part.size();
    }

    int objects() {
        return objects;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        part.add(length);
        for (int at = from; at < from + length; at++) {
            switch (bytes[at]) {
                case '<', '[', '(', '/' -> objects++;
                default -> {}
            }
        }
    }
}
