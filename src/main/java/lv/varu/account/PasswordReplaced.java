package lv.varu.account;

/** Somebody has a new password in place of the one before; they are told, in case it was somebody else. */
public record PasswordReplaced(Person person) {}
