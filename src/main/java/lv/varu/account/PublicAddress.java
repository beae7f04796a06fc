package lv.varu.account;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people reach the program; {@code VARU_PUBLIC_URL} sets it. */
@Component
public class PublicAddress {
    private final String base;

    PublicAddress(@Value("${varu.public-url}") URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** The full address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
