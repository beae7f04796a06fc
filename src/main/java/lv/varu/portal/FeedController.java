package lv.varu.portal;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.MeetingCalendar;
import lv.varu.consultation.ScheduledMeeting;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalFilter;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Ties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Consultations for readers of feeds and for calendars. */
@Controller
class FeedController {
    private static final int ENTRIES = 50;
    private static final int EVENTS = 200;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final java.time.Duration FRESH = java.time.Duration.ofMinutes(5);

    private final PublicDocuments documents;
    private final MeetingCalendar meetings;
    private final ProposalBook proposals;
    private final Ties ties;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final MessageSource messages;

    FeedController(
            PublicDocuments documents,
            MeetingCalendar meetings,
            ProposalBook proposals,
            Ties ties,
            PublicAddress address,
            LatvianDates dates,
            MessageSource messages) {
        this.documents = documents;
        this.meetings = meetings;
        this.proposals = proposals;
        this.ties = ties;
        this.address = address;
        this.dates = dates;
        this.messages = messages;
    }

    @GetMapping("/atom.xml")
    ResponseEntity<String> atom(
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            Locale locale)
            throws FeedException {
        var filter = FeedFilter.of(partnership, place, topic);
        var found = documents.latest(filter, ENTRIES);
        var changed = found.stream()
                .map(PublicDocuments::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var self = address.of(filter.narrow("/atom.xml"));
        var feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setUri(self);
        feed.setTitle(text("feed.title", locale));
        feed.setDescription(text("feed.text", locale));
        feed.setLanguage(locale.getLanguage());
        feed.setPublishedDate(Date.from(changed));
        feed.setLinks(
                List.of(link("self", self, ATOM), link("alternate", address.of("/apspriesanas"), MediaType.TEXT_HTML)));
        feed.setEntries(found.stream().map(one -> entry(one, locale)).toList());
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .lastModified(changed)
                .body(new SyndFeedOutput().outputString(feed));
    }

    private SyndEntry entry(Consultation consultation, Locale locale) {
        var page = address.of("/apspriesanas/" + consultation.code());
        var entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + consultation.id());
        entry.setTitle(consultation.title(locale));
        entry.setLink(page);
        entry.setAuthor(documents.hosts(consultation, locale));
        entry.setPublishedDate(Date.from(
                consultation.announcedAt() == null ? consultation.registeredAt() : consultation.announcedAt()));
        entry.setUpdatedDate(Date.from(PublicDocuments.changedAt(consultation)));
        var summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(text("feed.entry", locale, status(consultation, locale), period(consultation, locale)) + "\n\n"
                + consultation.summary(locale));
        entry.setDescription(summary);
        var categories = new ArrayList<SyndCategory>();
        consultation.topics().forEach(topic -> {
            var category = new SyndCategoryImpl();
            category.setName(topic.name());
            category.setLabel(messages.getMessage("directory.topic." + topic, null, locale));
            categories.add(category);
        });
        entry.setCategories(categories);
        return entry;
    }

    /** What was proposed to one consultation and what became of it, the newest first. */
    @GetMapping("/apspriesanas/{code}/atom.xml")
    ResponseEntity<String> proposals(@PathVariable String code, Locale locale) throws FeedException {
        var consultation = documents.find(code).orElseThrow(() -> new DocumentGone(code));
        var found = proposals
                .publicOf(consultation.id(), ProposalFilter.ALL, PageRequest.of(0, ENTRIES))
                .getContent();
        var tied = ties.of(found);
        var page = address.of("/apspriesanas/" + code);
        var hosts = documents.hosts(consultation, locale);
        var feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setUri(page + "/atom.xml");
        feed.setTitle(text("feed.proposals", locale, consultation.title(locale)));
        feed.setAuthor(hosts);
        feed.setLanguage(locale.getLanguage());
        feed.setPublishedDate(Date.from(found.stream()
                .map(FeedController::changedAt)
                .max(Instant::compareTo)
                .orElse(PublicDocuments.changedAt(consultation))));
        feed.setLinks(List.of(link("self", page + "/atom.xml", ATOM), link("alternate", page, MediaType.TEXT_HTML)));
        feed.setEntries(found.stream()
                .map(one -> entry(one, page, hosts, tied.getOrDefault(one.id(), Ties.Tie.NONE), locale))
                .toList());
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new SyndFeedOutput().outputString(feed));
    }

    /** @param hosts of the consultation: who wrote a proposal is on its page as far as they agreed */
    private SyndEntry entry(ProposalView proposal, String page, String hosts, Ties.Tie tie, Locale locale) {
        var entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + proposal.id());
        entry.setTitle(proposal.title());
        entry.setLink(page + "/priekslikumi/" + proposal.receipt());
        entry.setAuthor(hosts);
        entry.setPublishedDate(Date.from(proposal.submittedAt()));
        entry.setUpdatedDate(Date.from(changedAt(proposal)));
        var lines = new ArrayList<String>();
        lines.add(
                proposal.outcome() == null
                        ? messages.getMessage("proposal.status." + proposal.status(), null, locale)
                        : messages.getMessage("proposal.outcome." + proposal.outcome(), null, locale));
        if (proposal.rationale() != null) {
            lines.add(proposal.rationale());
        }
        var landing = tie.landing();
        if (landing != null) {
            lines.add(text("feed.landed", locale, landing.place()));
            if (landing.link() != null) {
                lines.add(landing.link());
            }
        }
        if (!tie.mergedHere().isEmpty()) {
            lines.add(text("feed.merged", locale, String.join(", ", tie.mergedHere())));
        }
        if (tie.splitFrom() != null) {
            lines.add(text("feed.part", locale, tie.splitFrom()));
        }
        var summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(String.join("\n\n", lines));
        entry.setDescription(summary);
        return entry;
    }

    private static Instant changedAt(ProposalView proposal) {
        return proposal.publishedAt() != null ? proposal.publishedAt() : proposal.since();
    }

    private static SyndLinkImpl link(String rel, String href, MediaType type) {
        var link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type.getType() + "/" + type.getSubtype());
        return link;
    }

    @GetMapping("/kalendars.ics")
    ResponseEntity<String> calendar(
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            Locale locale) {
        return calendar(
                documents.latest(FeedFilter.of(partnership, place, topic), EVENTS),
                text("calendar.title", locale),
                "apspriesanas.ics",
                locale);
    }

    @GetMapping("/apspriesanas/{code}/kalendars.ics")
    ResponseEntity<String> calendar(@PathVariable String code, Locale locale) {
        var consultation = documents.find(code).orElseThrow(() -> new DocumentGone(code));
        return calendar(List.of(consultation), consultation.title(locale), code + ".ics", locale);
    }

    private ResponseEntity<String> calendar(List<Consultation> found, String name, String file, Locale locale) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Varu//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setExperimentalProperty("X-WR-TIMEZONE", Riga.ZONE.getId());
        calendar.setRefreshInterval(new Duration.Builder().hours(6).build());
        var held = meetings.of(found.stream().map(Consultation::id).toList());
        found.forEach(consultation -> events(consultation, held.getOrDefault(consultation.id(), List.of()), locale)
                .forEach(calendar::addEvent));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", "inline; filename=\"" + file + "\"")
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(Biweekly.write(calendar).go());
    }

    private List<VEvent> events(Consultation consultation, List<ScheduledMeeting> held, Locale locale) {
        boolean withdrawn = consultation.status() == ConsultationStatus.WITHDRAWN;
        var events = new ArrayList<VEvent>();
        var window = event(consultation, "logs", text("calendar.window", locale, consultation.title(locale)), locale);
        window.setDateStart(new DateStart(day(consultation.opensOn())));
        // The last day is part of it; a calendar names the day after.
        window.setDateEnd(new DateEnd(day(consultation.closesOn().plusDays(1))));
        window.setTransparency(Transparency.transparent());
        window.setDescription(text(
                        "calendar.window.text",
                        locale,
                        dates.until(consultation.closesOn(), locale),
                        documents.hosts(consultation, locale))
                + "\n" + address.of("/apspriesanas/" + consultation.code()));
        if (withdrawn) {
            cancel(window, 1, locale);
        }
        events.add(window);
        held.forEach(meeting -> events.add(meeting(consultation, meeting, withdrawn, locale)));
        return events;
    }

    /** Who has taken it over learns that it does not take place. */
    private void cancel(VEvent event, int sequence, Locale locale) {
        event.setStatus(Status.cancelled());
        event.setSequence(sequence);
        event.setSummary(text("calendar.cancelled", locale, event.getSummary().getValue()))
                .setLanguage(locale.getLanguage());
    }

    private VEvent meeting(Consultation consultation, ScheduledMeeting meeting, boolean withdrawn, Locale locale) {
        var event = event(
                consultation,
                "sanaksme-" + meeting.id(),
                text("calendar.meeting." + meeting.kind(), locale, consultation.title(locale)),
                locale);
        event.setDateStart(
                new DateStart(Date.from(meeting.from().atZone(Riga.ZONE).toInstant()), true));
        event.setDateEnd(new DateEnd(Date.from(meeting.until().atZone(Riga.ZONE).toInstant()), true));
        event.setSequence(meeting.sequence());
        if (meeting.cancelled() || withdrawn) {
            cancel(event, meeting.cancelled() ? meeting.sequence() : meeting.sequence() + 1, locale);
        }
        event.setLocation(meeting.place().isBlank() ? meeting.url() : meeting.place());
        String join = meeting.url().isBlank() ? "" : text("calendar.join", locale, meeting.url()) + "\n";
        event.setDescription(join + address.of("/apspriesanas/" + consultation.code()));
        return event;
    }

    private VEvent event(Consultation consultation, String part, String title, Locale locale) {
        var event = new VEvent();
        event.setUid(consultation.id() + "-" + part);
        event.setDateTimeStamp(Date.from(PublicDocuments.changedAt(consultation)));
        event.setSummary(title).setLanguage(locale.getLanguage());
        event.setUrl(address.of("/apspriesanas/" + consultation.code()));
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private String status(Consultation consultation, Locale locale) {
        return messages.getMessage("consultation.status." + consultation.status(), null, locale);
    }

    private String period(Consultation consultation, Locale locale) {
        return dates.period(consultation.opensOn(), consultation.closesOn(), locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("portal." + key, arguments, locale);
    }
}
