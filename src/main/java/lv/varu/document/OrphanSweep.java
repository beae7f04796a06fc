package lv.varu.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Removes contents that no document names: of removed documents and of transactions that rolled back. */
@Component
class OrphanSweep implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

    private final DocumentSettings settings;
    private final JdbcClient jdbc;

    OrphanSweep(DocumentSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::sweep, settings.sweepEvery(), settings.sweepEvery()));
    }

    void sweep() {
        if (!Files.isDirectory(settings.folder())) {
            return;
        }
        // The age of a file is a matter of the file system's clock, so the one of the program does not count here.
        var before = Instant.now().minus(settings.orphanAge());
        try (Stream<Path> files = Files.walk(settings.folder(), 2)) {
            files.filter(Files::isRegularFile).forEach(file -> sweep(file, before));
        } catch (IOException e) {
            log.warn("Orphaned files could not be swept", e);
        }
    }

    private void sweep(Path file, Instant before) {
        try {
            // Asked again at the end: a new document may have taken the content up in between.
            if (isOld(file, before) && !isNamed(file) && isOld(file, before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("The orphaned file {} could not be removed", file, e);
        }
    }

    private static boolean isOld(Path file, Instant before) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    }

    private boolean isNamed(Path file) {
        return jdbc.sql("select exists (select from document where sha256 = ?)")
                .params(List.of(file.getFileName().toString()))
                .query(Boolean.class)
                .single();
    }
}
