package cn.onenetwork.faults;

import cn.onenetwork.testing.Child;
import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The room that a service has for the files that are uploaded to it.
sealed interface Room extends AutoCloseable {

    /// A disk that is full, where this machine lets us mount one; else files of the service that may not grow any more.
    ///
    /// @param folder where the service keeps what is uploaded
    static Room of(Path folder) throws IOException {
        Path log = folder.resolveSibling("disk.log");
        return SmallDisk.isPossible(log) ? new OfDisk(SmallDisk.mount(log, folder, 64)) : new OfFiles(log);
    }

    /// What comes before the command that starts the service.
    List<String> launcher();

    /// There is room for so many bytes more.
    void becomesScarce(Service service, long bytes) throws IOException;

    void isBack(Service service) throws IOException;

    /// What a full disk is answered with.
    int status();

    /// The place of a file, for the test.
    Path seen(Path file);

    @Override
    void close();

    /// ENOSPC.
    record OfDisk(SmallDisk disk) implements Room {

        @Override
        public List<String> launcher() {
            return disk.launcher();
        }

        @Override
        public void becomesScarce(Service service, long bytes) throws IOException {
            disk.leave(bytes);
        }

        @Override
        public void isBack(Service service) throws IOException {
            disk.relieve();
        }

        @Override
        public int status() {
            return 507;
        }

        @Override
        public Path seen(Path file) {
            return disk.seen(file);
        }

        @Override
        public void close() {
            disk.close();
        }

        @Override
        public String toString() {
            return "a file system that is full (ENOSPC)";
        }
    }

    /// EFBIG: each file may only have a third of what there shall be room for. It fails as a full disk does, and is not
    /// told as one.
    record OfFiles(Path log) implements Room {

        @Override
        public List<String> launcher() {
            return List.of();
        }

        @Override
        public void becomesScarce(Service service, long bytes) {
            limit(service, Long.toString(bytes / 3));
        }

        @Override
        public void isBack(Service service) {
            limit(service, "unlimited");
        }

        private void limit(Service service, String bytes) {
            try (Child command = Child.start(
                    log,
                    List.of("prlimit", "--pid", Long.toString(service.process().pid()), "--fsize=" + bytes + ":"))) {
                command.awaitSuccess(Duration.ofSeconds(20));
            }
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public Path seen(Path file) {
            return file;
        }

        @Override
        public void close() {
            // The limit ends with the service.
        }

        @Override
        public String toString() {
            return "a limit of the size of files (RLIMIT_FSIZE, EFBIG): no file system can be mounted here";
        }
    }
}
