package lv.varu.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup to read, of which every sum was checked before anything is made of it. */
class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip) throws IOException {
        this.zip = zip;
        this.manifest = readManifest();
    }

    static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupRefused(file + " is not a whole backup: " + e.getMessage());
        }
        try {
            var archive = new Archive(zip);
            archive.check();
            return archive;
        } catch (ZipException e) {
            zip.close();
            throw new BackupRefused("The backup is damaged: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private Manifest readManifest() throws IOException {
        try (var content = open(Manifest.ENTRY)) {
            var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
            var tree = json.readTree(content);
            if (tree.path("format").asInt() != Manifest.FORMAT) {
                throw new BackupRefused("The backup is of a format that this program does not know");
            }
            return json.treeToValue(tree, Manifest.class);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    List<String> contents() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(Manifest.FILES))
                .map(name -> name.substring(Manifest.FILES.length()))
                .toList();
    }

    InputStream content(String sha256) throws IOException {
        return open(Manifest.FILES + sha256);
    }

    InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupRefused("The backup is not whole: %s is missing".formatted(name));
        }
        return zip.getInputStream(entry);
    }

    private void check() throws IOException {
        for (var table : manifest.tables()) {
            check(table.entry(), table.sha256());
        }
        var contents = contents();
        if (contents.size() != manifest.files()) {
            throw new BackupRefused(
                    "The backup is not whole: it holds %d files, not %d".formatted(contents.size(), manifest.files()));
        }
        for (var sha256 : contents) {
            check(Manifest.FILES + sha256, sha256);
        }
    }

    private void check(String name, String sha256) throws IOException {
        try (var content = open(name)) {
            if (!Sums.of(content).equals(sha256)) {
                throw new BackupRefused("The backup is damaged: %s is not what was written".formatted(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
