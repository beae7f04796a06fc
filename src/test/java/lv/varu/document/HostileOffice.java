package lv.varu.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Office files whose XML wants more than to be read. */
public final class HostileOffice {
    private HostileOffice() {}

    /** In place of the word stands what another file says. */
    public static byte[] reading(byte[] file, String entry, String word, Path other) throws IOException {
        return with(file, entry, word, "<!ENTITY x SYSTEM \"" + other.toUri() + "\">");
    }

    /** In place of the word stands a text of 10 GB. */
    public static byte[] swelling(byte[] file, String entry, String word) throws IOException {
        var entities = new StringBuilder("<!ENTITY x9 \"0123456789\">");
        for (int level = 8; level >= 0; level--) {
            String below = "&x" + (level + 1) + ";";
            entities.append("<!ENTITY x%s \"%s\">".formatted(level == 0 ? "" : level, below.repeat(10)));
        }
        return with(file, entry, word, entities.toString());
    }

    private static byte[] with(byte[] file, String entry, String word, String entities) throws IOException {
        var out = new ByteArrayOutputStream();
        // A stream would not read the sizes that some writers put behind the content.
        Path kept = Files.write(Files.createTempFile("office", null), file);
        try (var from = new ZipFile(kept.toFile());
                var to = new ZipOutputStream(out)) {
            for (var one : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(one.getName()));
                byte[] content = from.getInputStream(one).readAllBytes();
                to.write(one.getName().equals(entry) ? poisoned(content, word, entities) : content);
            }
        } finally {
            Files.delete(kept);
        }
        return out.toByteArray();
    }

    private static byte[] poisoned(byte[] content, String word, String entities) {
        String xml = new String(content, StandardCharsets.UTF_8);
        if (!xml.contains(word)) {
            throw new IllegalStateException("no " + word + " in " + xml);
        }
        String body = xml.replaceFirst("^<\\?xml[^>]*\\?>", "").replace(word, "&x;");
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [" + entities + "]>" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
