package lv.varu.account;

import java.net.URI;
import java.time.Instant;

/**
 * A link to choose a password is to be sent; the letter is written by a feature that knows how, in the transaction of
 * the link.
 *
 * @param purpose {@link Link.Purpose#SET_UP} or {@link Link.Purpose#RESET_PASSWORD}
 * @param url a secret
 */
public record AccountLinkIssued(Person person, Link.Purpose purpose, URI url, Instant expiresAt) {}
