package lv.varu.directory;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What people type, brought into the one form in which it is kept and compared. */
class Entered {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern PHONE = Pattern.compile("(?:\\+371|00371)?([2-9]\\d{7})");
    static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private Entered() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : SPACE.matcher(typed).replaceAll(" ").strip();
    }

    static @Nullable String textOrNone(@Nullable String typed) {
        var text = text(typed);
        return text.isEmpty() ? null : text;
    }

    static @Nullable String email(@Nullable String typed) {
        var text = textOrNone(typed);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    static boolean isPhone(String typed) {
        return PHONE.matcher(digits(typed)).matches();
    }

    /** As {@code +371 20000001}; anything else stays as it was typed. */
    static @Nullable String phone(@Nullable String typed) {
        var text = textOrNone(typed);
        if (text == null) {
            return null;
        }
        var matcher = PHONE.matcher(digits(text));
        return matcher.matches() ? "+371 " + matcher.group(1) : text;
    }

    static String digits(String typed) {
        return typed.replaceAll("[\\s\\u00a0().-]", "");
    }

    static void checkEmail(@Nullable String typed, Errors errors) {
        var email = email(typed);
        if (email != null && !isEmail(email) && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "directory.email.wrong");
        }
    }

    static void checkPhone(@Nullable String typed, Errors errors) {
        var phone = textOrNone(typed);
        if (phone != null && !isPhone(phone) && !errors.hasFieldErrors("phone")) {
            errors.rejectValue("phone", "directory.phone.wrong");
        }
    }
}
