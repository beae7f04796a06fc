package lv.varu.mail;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a kind of letter in one language, with ICU placeholders.
 *
 * @param action label of the one button, if the letter has one
 */
public record Wording(String subject, String body, @Nullable String action) {}
