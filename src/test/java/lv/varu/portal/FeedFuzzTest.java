package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.PublicExamples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever people type becomes text in calendars and feeds: never a line, an event or an element of its own. */
@VaruTest
class FeedFuzzTest {
    private static final List<String> LINES = List.of(
            "BEGIN",
            "END",
            "VERSION",
            "PRODID",
            "X-WR-CALNAME",
            "X-WR-TIMEZONE",
            "REFRESH-INTERVAL",
            "UID",
            "DTSTAMP",
            "SUMMARY",
            "URL",
            "DTSTART",
            "DTEND",
            "TRANSP",
            "DESCRIPTION",
            "SEQUENCE",
            "LOCATION",
            "STATUS");

    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    JdbcClient jdbc;

    private final Consultation consultation;

    FeedFuzzTest() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        consultation = examples.withMeetings(examples.open("Plāns " + UUID.randomUUID(), 20));
    }

    @Property
    void keepsEveryTextWithinItsLineOfTheCalendar(@ForAll("typed") String text) throws Exception {
        call(text);
        String calendar = read("/kalendars.ics");
        List<String> lines = Arrays.asList(calendar.replace("\r\n ", "").split("\r\n"));
        assertThat(lines)
                .allSatisfy(line -> assertThat(LINES).contains(line.replaceFirst("[;:].*", "")))
                .filteredOn("BEGIN:VEVENT"::equals)
                .hasSize(2);
        List<VEvent> events = Biweekly.parse(calendar).first().getEvents();
        assertThat(events).hasSize(2);
        assertThat(shown(events.get(1).getLocation().getValue())).isEqualTo(shown(text));
        assertThat(shown(events.get(0).getSummary().getValue())).contains(shown(text));
    }

    @Property
    void keepsEveryTextWithinItsElementOfTheFeed(@ForAll("typed") String text) throws Exception {
        call(text);
        SyndFeed feed = new SyndFeedInput().build(new StringReader(read("/atom.xml")));
        assertThat(feed.getEntries()).isEmpty();
        assertThat(shown(feed.getTitle())).contains(shown(text));
    }

    private void call(String text) {
        jdbc.sql("update consultation set title = ? where id = ?")
                .params(text, consultation.id())
                .update();
        jdbc.sql("update consultation_meeting set place = ?, url = ? where consultation_id = ?")
                .params(text, text, consultation.id())
                .update();
    }

    private String read(String what) throws Exception {
        return mvc.perform(get("/apspriesanas/" + consultation.code() + what))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What can come in: the filter of the forms takes the rest out. */
    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().excludeChars('\u0000').ofMaxLength(120),
                        Arbitraries.strings()
                                .withChars("\r\n\t:;,\\\"<>&]' =āBEGINVEVENT")
                                .ofMaxLength(120),
                        Arbitraries.of(
                                "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
                                "a\nATTACH:http://evil.example",
                                "]]><b/>",
                                "\\n\\,\\;",
                                "&x;<!ENTITY x SYSTEM 'file:///etc/passwd'>"))
                .map(text -> "Ā" + text.replaceAll("[[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]&&[^\\t\\n\\r]]", ""));
    }
}
