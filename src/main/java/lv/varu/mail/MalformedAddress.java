package lv.varu.mail;

/** A letter cannot be written to this. */
public class MalformedAddress extends RuntimeException {
    MalformedAddress(String address) {
        super(address.replaceAll("\\p{Cntrl}", "?"));
    }
}
