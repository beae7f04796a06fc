package lv.varu.directory;

import java.util.regex.Pattern;

/** The number in the Register of Enterprises. */
class RegistrationNumber {
    private static final Pattern FORM = Pattern.compile("\\d{11}");
    private static final int[] WEIGHTS = {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1};
    private static final int REMAINDER = 3;

    private RegistrationNumber() {}

    static boolean isWellFormed(String number) {
        return FORM.matcher(number).matches();
    }

    /** Some valid numbers of associations fail the check, so a failure may only warn. */
    static boolean passesCheck(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum % 11 == REMAINDER;
    }
}
