package lv.varu.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Names of files outlive a power cut only when their folder was written, too. */
public class DurableFolder {
    private DurableFolder() {}

    public static void force(Path folder) throws IOException {
        // Elsewhere a folder cannot be opened, and the file system looks after its names itself.
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
