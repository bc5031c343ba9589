package cn.onenetwork.privacy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Notes in files of this machine, until they are rows.
///
/// A note is one write into the page cache: it outlives the process, not a loss of power. Each process has files of its
/// own, `<name>.<number>.notes`, and keeps a lock on `<name>.lock` for as long as it lives; whoever finds a lock that
/// nobody holds takes up what the dead process left. Each note has its length and a checksum, so that a torn one at the
/// end of a file, which was never answered for, is told from a whole one.
final class Spool implements AutoCloseable {

    private static final String NOTES = ".notes";
    private static final String LOCK = ".lock";
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int FRAME = 2 * Integer.BYTES;

    private final Path folder;
    private final String name = UUID.randomUUID().toString();
    private final FileChannel lock;
    private @Nullable FileChannel current;
    private @Nullable Path file;
    private long size;
    private int number;

    private Spool(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Spool open(Path folder) throws IOException {
        Files.createDirectories(folder);
        // The lock stays with the file when it gets its name: nobody ever sees the name without the lock.
        Path unnamed = Files.createTempFile(folder, "new", ".tmp");
        FileChannel lock = FileChannel.open(unnamed, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("a new file is locked by somebody else");
        }
        Spool spool = new Spool(folder, lock);
        Files.move(unnamed, folder.resolve(spool.name + LOCK));
        return spool;
    }

    /// Keeps a note. When this returns, the note outlives the process.
    synchronized void append(Note note) throws IOException {
        byte[] bytes = note.bytes();
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ByteBuffer framed = ByteBuffer.allocate(bytes.length + FRAME)
                .putInt(bytes.length)
                .put(bytes)
                .putInt((int) checksum.getValue())
                .flip();
        try {
            FileChannel channel = channel();
            while (framed.hasRemaining()) {
                size += channel.write(framed);
            }
        } catch (IOException torn) {
            // What comes after half a note could not be read.
            end();
            throw torn;
        }
        if (size > LARGEST) {
            end();
        }
    }

    private FileChannel channel() throws IOException {
        if (current == null) {
            number++;
            file = folder.resolve("%s.%09d%s".formatted(name, number, NOTES));
            current = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            size = 0;
        }
        return current;
    }

    private void end() throws IOException {
        FileChannel ended = current;
        current = null;
        file = null;
        if (ended != null) {
            ended.close();
        }
    }

    /// The files that nobody writes any more, oldest first: this process's, after an end is put to the current one,
    /// and those of processes that are gone.
    List<Path> ended() throws IOException {
        synchronized (this) {
            end();
        }
        List<Path> ended = new ArrayList<>(notes(name));
        for (String other : orphans()) {
            List<Path> left = notes(other);
            if (left.isEmpty()) {
                Files.deleteIfExists(folder.resolve(other + LOCK));
            }
            ended.addAll(left);
        }
        // One may have been begun meanwhile.
        Path begun = begun();
        return ended.stream().filter(one -> !one.equals(begun)).toList();
    }

    private synchronized @Nullable Path begun() {
        return file;
    }

    private List<Path> notes(String process) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.getFileName().toString().startsWith(process + ".")
                            && one.getFileName().toString().endsWith(NOTES))
                    .sorted()
                    .toList();
        }
    }

    private List<String> orphans() throws IOException {
        List<String> orphans = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .toList()) {
                String process = one.getFileName().toString().replace(LOCK, "");
                if (!process.equals(name) && isLeft(one)) {
                    orphans.add(process);
                }
            }
        }
        return orphans;
    }

    private static boolean isLeft(Path other) throws IOException {
        try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (java.nio.file.NoSuchFileException takenUpByAnother) {
            return false;
        }
    }

    /// The notes of a file, up to the first that is not whole.
    static List<Note> notes(Path file) throws IOException {
        List<Note> notes = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= FRAME) {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - Integer.BYTES) {
                break;
            }
            byte[] note = new byte[length];
            bytes.get(note);
            CRC32 checksum = new CRC32();
            checksum.update(note);
            if (bytes.getInt() != (int) checksum.getValue()) {
                break;
            }
            notes.add(Note.read(new DataInputStream(new ByteArrayInputStream(note))));
        }
        return notes;
    }

    @Override
    public synchronized void close() throws IOException {
        end();
        lock.close();
    }
}
