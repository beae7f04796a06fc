package lv.varu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class DirectoryNamesTest {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    @Autowired
    DirectoryNames names;

    @Test
    void tellsReadersOfTheTrailWhatPlacesAndPartnershipsAreCalled() {
        assertThat(names.nameOf("hosts", "KRASLAVA", LATVIAN)).contains("Krāslavas novads");
        assertThat(names.nameOf("owner", "KRASLAVA", LATVIAN)).contains("Krāslavas rajona partnerība");
        assertThat(names.nameOf("host", "–", LATVIAN)).isEmpty();
    }

    @Test
    void leavesOtherWordsAlone() {
        assertThat(names.has("reason")).isFalse();
    }
}
