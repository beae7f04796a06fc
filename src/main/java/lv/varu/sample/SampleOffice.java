package lv.varu.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.calendar.Riga;
import lv.varu.consultation.meeting.MeetingDesk;
import lv.varu.consultation.meeting.PublicMeeting;
import lv.varu.directory.Topic;
import lv.varu.inquiry.Inquiry;
import lv.varu.inquiry.InquiryDesk;
import lv.varu.inquiry.Way;
import lv.varu.inquiry.Wish;
import lv.varu.portal.NewsKind;
import lv.varu.portal.Subscription;
import lv.varu.portal.SubscriptionDesk;
import lv.varu.proposal.Reply;
import lv.varu.proposal.answer.AnswerTexts;
import lv.varu.proposal.boilerplate.BoilerplateDesk;
import lv.varu.proposal.landing.LandingDesk;
import lv.varu.sample.SampleFiles.ConsultationEntry;
import lv.varu.sample.SampleFiles.ProposalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the small work around consultations: minutes, standard answers, where proposals landed, news, data requests. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleOffice {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");
    private static final LocalDate TEXTS_SINCE = LocalDate.of(2021, 10, 4);

    private static final Map<String, List<Notes>> MINUTES = Map.of(
            "2021-PREILI-AP",
            List.of(
                    new Notes(
                            "Attīstības nodaļa iepazīstināja ar programmas projektu.\n\nJautājumi bija par ceļu Riebiņi–Stabulnieki,"
                                    + " par kanalizāciju Līčos un par to, kā iedzīvotāji uzzinās, kas ar viņu"
                                    + " priekšlikumu noticis. Vienojāmies: katrs saņems rakstisku atbildi.",
                            34,
                            false,
                            true),
                    new Notes(
                            "Runājām par saieta namiem un to, ko biedrības var izdarīt pašas. Vairāki lūdza atbalstu"
                                    + " materiāliem, darbs būs viņu pašu.",
                            20,
                            true,
                            true)),
            "2021-LATGALE-AP",
            List.of(new Notes(
                    "Piedalījās biedrības no visas Latgales. Galvenās tēmas: pagastu ceļi, autobusi, kas pienāk pie"
                            + " vilciena, un atbalsts mazajiem ražotājiem.",
                    41,
                    true,
                    true)),
            "PARAUGS-PREILI-LIVANI-RP",
            List.of(new Notes(
                    "Riebiņu kultūras namā runājām par pulcēšanās vietām. Biedrības pastāstīja, kā dala tehniku un telpas,"
                            + " un lūdza kopīgu noliktavu.",
                    27,
                    false,
                    true)));

    private static final Map<String, Place> PLACES = Map.of(
            "Paziņot, kas noticis ar priekšlikumu",
            new Place(
                    "Attīstības programmas 2. sējums, rīcības plāns, 4.2. uzdevums, 38. lappuse",
                    "https://preili-novads.example/programma-2022-2029.pdf"),
            "Stabulnieku stadions",
            new Place("Investīciju plāns, 17. rinda", "https://preili-novads.example/investiciju-plans-2024"),
            "Jauniešu budžets",
            new Place("Rīcības plāns, 7.1.3. darbība", null),
            "Vilciena un autobusa laiki, kas satiekas",
            new Place("Latgales programma, prioritāte „Savienojumi”, 61. lappuse", null));

    private static final String LARGE_WORK = "Jauns peldbaseins Preiļos";

    private final SampleAccounts accounts;
    private final SampleClock clock;
    private final MeetingDesk meetings;
    private final LandingDesk landings;
    private final BoilerplateDesk boilerplates;
    private final AnswerTexts answerTexts;
    private final SubscriptionDesk subscriptions;
    private final InquiryDesk inquiries;
    private final Links links;
    private final Map<String, UUID> begun = new HashMap<>();

    SampleOffice(
            SampleAccounts accounts,
            SampleClock clock,
            MeetingDesk meetings,
            LandingDesk landings,
            BoilerplateDesk boilerplates,
            AnswerTexts answerTexts,
            SubscriptionDesk subscriptions,
            InquiryDesk inquiries,
            Links links) {
        this.accounts = accounts;
        this.clock = clock;
        this.meetings = meetings;
        this.landings = landings;
        this.boilerplates = boilerplates;
        this.answerTexts = answerTexts;
        this.subscriptions = subscriptions;
        this.inquiries = inquiries;
        this.links = links;
    }

    /** What municipalities and partnerships like to answer with. */
    void texts() {
        at(TEXTS_SINCE, 10);
        begun.put(
                LARGE_WORK,
                text(
                        null,
                        "PREILI",
                        "Liela būve, kurai nav naudas",
                        "Paldies par priekšlikumu! Šāda būve pārsniedz to, ko pašvaldība šajā plāna posmā var ieguldīt un"
                                + " pēc tam uzturēt. To neiekļausim, bet iecere paliek mūsu sarakstā nākamajam plānam.",
                        accounts.staff("PREILI")));
        text(
                null,
                "PREILI",
                "Valsts ceļš",
                "Šis ir valsts autoceļš, par tā remontu lemj Latvijas Valsts ceļi. Jūsu priekšlikumu nosūtīsim tālāk un"
                        + " paziņosim, ko mums atbildēja.",
                accounts.staff("PREILI"));
        text(
                null,
                "KRASLAVA",
                "Iekļauts nākamā gada budžeta projektā",
                "Priekšlikums Nr. {{numurs}} ir iekļauts nākamā gada budžeta projektā. Par to dome lems janvārī.",
                accounts.staff("KRASLAVA"));
        text(
                "KAIMINI",
                null,
                "Jautājums nav pašvaldības ziņā",
                "Par šo lemj valsts iestāde. Partnerība Jūsu domas nodos tālāk kopīgajā vēstulē.",
                accounts.staff("KAIMINI"));
    }

    private UUID text(
            @Nullable String partnership, @Nullable String municipality, String title, String text, Person staff) {
        UUID[] id = new UUID[1];
        as(
                staff,
                () -> id[0] = boilerplates.add(
                        new BoilerplateDesk.Entry(partnership, municipality, null, title, text), staff));
        return id[0];
    }

    /** The answer that is about to go out was begun with one of these texts. */
    void begin(String token, UUID proposal, String title, Reply reply) {
        UUID text = begun.get(title);
        if (text != null) {
            answerTexts.fill(token, Map.of(proposal, reply), text);
        }
    }

    void minutes(ConsultationEntry entry, UUID id, Person staff) {
        List<Notes> written = MINUTES.getOrDefault(entry.code(), List.of());
        List<PublicMeeting> held = meetings.of(id);
        for (int i = 0; i < Math.min(written.size(), held.size()); i++) {
            PublicMeeting meeting = held.get(i);
            Notes notes = written.get(i);
            at(meeting.heldAt().toLocalDate().plusDays(1), 10);
            as(
                    staff,
                    () -> meetings.write(
                            id,
                            meeting.id(),
                            new PublicMeeting.Minutes(notes.text, notes.shown, notes.came, notes.atLeast),
                            List.of(),
                            staff));
        }
    }

    /** Some can be found in the document as it was adopted. */
    void land(Map<ProposalEntry, UUID> known, LocalDate published, Person staff) {
        at(published.plusDays(45), 11);
        known.forEach((entry, id) -> {
            Place place = PLACES.get(entry.title());
            if (place != null) {
                as(staff, () -> landings.land(id, place.where, place.link, staff));
            }
        });
    }

    void tell(LocalDate today) {
        at(today.minusDays(40), 20);
        subscribe("ligita.skrinda@pasts.example", List.of(), List.of("KRASLAVA"), true);
        subscribe(
                "talka@biedribas.example",
                List.of(Topic.SURROUNDINGS, Topic.ENVIRONMENT_AND_ENERGY),
                List.of("PREILI", "LIVANI"),
                true);
        at(today.minusDays(1), 21);
        subscribe("anatolijs.rubins@pasts.example", List.of(Topic.ROADS), List.of(), false);

        Person manager = accounts.manager("KRASLAVA");
        at(today.minusDays(12), 10);
        wish(Wish.COPY, Way.LETTER, "ilona.trubaca@pasts.example", "Ilona Trubača", today.minusDays(12), manager);
        at(today.minusDays(5), 15);
        UUID answered = wish(
                Wish.COPY,
                Way.E_SIGNED,
                "tatjana.sorokina@pasts.example",
                "Tatjana Sorokina",
                today.minusDays(5),
                manager);
        as(manager, () -> inquiries.sendCopy(answered, manager));
        at(today.minusDays(3), 9);
        wish(
                Wish.ERASURE,
                Way.IN_PERSON,
                "sandis.vaivods@pasts.example",
                "Sandis Vaivods",
                today.minusDays(3),
                manager);
    }

    private void subscribe(String email, List<Topic> topics, List<String> places, boolean confirmed) {
        Acting.as(Actor.VISITOR, null, () -> {
            subscriptions.request(
                    email,
                    new Subscription.Choices(
                            topics, places, List.of(NewsKind.OPENED, NewsKind.CLOSING, NewsKind.ANSWERED)),
                    LATVIAN);
            if (confirmed) {
                subscriptions
                        .of(email)
                        .ifPresent(id -> subscriptions.confirm(links.issue(
                                Link.Purpose.CONFIRM_SUBSCRIPTION,
                                id.toString(),
                                id.toString(),
                                clock.instant().plus(Duration.ofHours(72)))));
            }
        });
    }

    private UUID wish(Wish wish, Way way, String email, String name, LocalDate received, Person manager) {
        UUID[] id = new UUID[1];
        as(
                manager,
                () -> id[0] = inquiries.register(
                        wish,
                        way,
                        new Inquiry.Asker(email, name, LATVIAN),
                        "Uzrādīta personas apliecība vai pārbaudīts paraksts.",
                        received,
                        manager));
        return id[0];
    }

    private void at(LocalDate day, int hour) {
        clock.moveTo(day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant());
    }

    private static void as(Person person, Runnable work) {
        Acting.as(Actor.account(person.id()), null, work);
    }

    private record Notes(String text, int came, boolean atLeast, boolean shown) {}

    private record Place(String where, @Nullable String link) {}
}
