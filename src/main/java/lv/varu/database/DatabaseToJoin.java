package lv.varu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A command that may look on ({@code varu.join-running}), and a program that has its embedded database open. */
class DatabaseToJoin extends NoDatabaseNamed {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return super.matches(context, metadata)
                && environment.getProperty("varu.join-running", Boolean.class, false)
                && runs(Path.of(environment.getProperty("varu.data-dir", "data")));
    }

    private static boolean runs(Path dataDir) {
        try {
            return OrphanedServer.isInUse(dataDir.resolve("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
