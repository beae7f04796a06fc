package lv.varu.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database server that stays behind when the program is killed: it must end before a new one can start. */
class OrphanedServer {
    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    static void stop(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (isInUse(folder)) {
            throw new DatabaseInUse(folder);
        }
        long pid = pidIn(folder);
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            // By its own file the next server finds out whether something of the last one still writes.
            return;
        }
        if (isPostgres(process.get())) {
            log.warn("Stopping the database server {} that an earlier run left behind", pid);
            end(process.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    static long pidIn(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    /** Whether a program that runs keeps its database there. */
    static boolean isInUse(Path folder) throws IOException {
        Path lockFile = folder.resolve("epg-lock");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            server.destroyForcibly();
            server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two programs on one data folder would destroy it. */
    static class DatabaseInUse extends IllegalStateException {
        DatabaseInUse(Path folder) {
            super("The data folder " + folder + " is in use by another running Varu");
        }
    }
}
