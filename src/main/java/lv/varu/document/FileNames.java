package lv.varu.document;

import java.text.Normalizer;

/** Makes a name that came with an upload harmless and keeps it readable. */
final class FileNames {
    private static final int MAX_LENGTH = 120;
    private static final String NAMELESS = "fails";

    private FileNames() {}

    static String clean(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC);
        // Some browsers send the whole path, in either notation.
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]", "")
                .replaceAll("[\"*:<>?|%;]", "_")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[. ]+", "");
        return shorten(name.isEmpty() ? NAMELESS : name);
    }

    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
