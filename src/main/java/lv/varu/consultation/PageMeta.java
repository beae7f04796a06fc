package lv.varu.consultation;

/**
 * What a search engine or a message that carries the link shows of a page.
 *
 * @param address the full address, without language or filters
 */
public record PageMeta(String title, String description, String address) {
    private static final int LONGEST = 200;

    /** The beginning of a text, cut between words. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end > 0 ? end : LONGEST) + "…";
    }
}
