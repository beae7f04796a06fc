package lv.varu.importing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.Person;

/**
 * What is to be imported where, and for whom.
 *
 * @param run with the number of a row it makes a key that is the same when a row comes again after a break
 * @param language of the person who uploaded the file
 */
public record Order(UUID run, String destination, Person by, Locale language, Instant uploadedAt) {}
