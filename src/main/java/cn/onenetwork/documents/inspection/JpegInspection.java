package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.DataInputStream;
import java.io.IOException;

/// A JPEG (ITU-T T.81) from its start to its end marker: segments that lie within the file, one frame of a size that
/// somebody's memory can hold, and not more scans than a progressive picture has.
final class JpegInspection implements Inspection {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int TEMPORARY = 0x01;
    private static final int MOST_SCANS = 128;

    @Override
    public void inspect(OpenFile file, FileKind kind) throws IOException {
        try (DataInputStream in = new DataInputStream(file.stream(0, file.size()))) {
            Walk walk = new Walk(in, file);
            SecondFaces.behind(file, walk.end());
        }
    }

    /// Goes from marker to marker.
    private static final class Walk {

        private final DataInputStream in;
        private final OpenFile file;
        private long at;
        private boolean framed;
        private int scans;

        Walk(DataInputStream in, OpenFile file) {
            this.in = in;
            this.file = file;
        }

        /// The first byte behind the picture.
        long end() throws IOException {
            if (read() != 0xff || read() != START) {
                throw new Rejected(Rejection.TYPE_MISMATCH);
            }
            int marker = marker();
            while (marker != END) {
                file.budget().tick();
                marker = marker == SCAN ? scan() : segment(marker);
            }
            if (scans == 0) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            return at;
        }

        private int marker() throws IOException {
            if (read() != 0xff) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            int marker = read();
            while (marker == 0xff) {
                marker = read();
            }
            return marker;
        }

        private int segment(int marker) throws IOException {
            if (marker < 0xc0 && marker != TEMPORARY || isRestart(marker) || marker == START) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            if (marker != TEMPORARY) {
                int length = length();
                skip(isFrame(marker) ? frame(marker, length) : length);
            }
            return marker();
        }

        /// Baseline, extended and progressive frames are what viewers show.
        private int frame(int marker, int length) throws IOException {
            if (framed || marker > 0xc2 || length < 6) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            framed = true;
            int precision = read();
            int height = read() << 8 | read();
            int width = read() << 8 | read();
            int components = read();
            if (precision != 8 && precision != 12 || height == 0 || width == 0 || components < 1 || components > 4) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            if ((long) height * width > file.budget().limits().pixels()) {
                throw new Rejected(Rejection.TOO_COMPLEX);
            }
            return length - 6;
        }

        /// Skips packed picture data: a marker in it is followed by zero, or is a restart.
        private int scan() throws IOException {
            if (!framed) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            if (++scans > MOST_SCANS) {
                throw new Rejected(Rejection.TOO_COMPLEX);
            }
            skip(length());
            while (true) {
                if (read() == 0xff) {
                    int next = read();
                    while (next == 0xff) {
                        next = read();
                    }
                    if (next != 0 && !isRestart(next)) {
                        return next;
                    }
                }
            }
        }

        private int length() throws IOException {
            int length = read() << 8 | read();
            if (length < 2) {
                throw new Rejected(Rejection.UNREADABLE);
            }
            return length - 2;
        }

        private int read() throws IOException {
            at++;
            return in.readUnsignedByte();
        }

        private void skip(int length) throws IOException {
            in.skipNBytes(length);
            at += length;
        }

        private static boolean isRestart(int marker) {
            return marker >= FIRST_RESTART && marker < START;
        }

        /// All frame headers; those of tables and of arithmetic conditioning are none.
        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }
    }
}
