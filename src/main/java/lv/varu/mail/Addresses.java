package lv.varu.mail;

import java.util.regex.Pattern;

/** Keeps what people typed from becoming part of a header. */
final class Addresses {
    private static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private Addresses() {}

    static String checked(String email) {
        if (email.length() > MAX_LENGTH || !ADDRESS.matcher(email).matches()) {
            throw new MalformedAddress(email);
        }
        return email;
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
