package lv.varu.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.importing.ImportDesk;
import lv.varu.importing.ImportWork;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Tells what staff take in by hand: letters on paper, the same letter from many, and a table in which rows are wrong. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleIntake {
    private static final String CALL = "PARAUGS-KRASLAVA-IEKRP";
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private static final List<String> NEIGHBOURS = List.of(
            "Valija Gribuška", "Jānis Timma", "Marta Timma", "Leontīne Jokste", "Broņislavs Dzalbe", "Ināra Plivča");

    private static final String LETTER = """
            Esmu Augusta ielas iedzīvotājs. Lūdzu enerģētikas plānā paredzēt gājēju ietvi un apgaismojumu Augusta ielā no \
            tilta līdz bērnudārzam. Katru rītu bērni iet pa brauktuves malu, ziemā tumsā, un mašīnas pabrauc garām pusmetra \
            attālumā. Ja būtu kur iet, puse vecāku bērnus vairs nevestu ar auto, un tas arī ir klimata plāns.""";

    private static final String TABLE = """
            Virsraksts;Teksts;Temats;Vieta;Vārds un uzvārds;E-pasts;Kā saņemts
            Velosipēdu novietne pie skolas;Pie Indras skolas nav kur atstāt velosipēdu, bērni tos sien pie žoga. Lūdzam novietni ar jumtu.;Apkārtnes sakopšana;Indra;Jautrīte Ločmele;jautrite.locmele@pasts.example;Sanāksmē
            Vecais katls bibliotēkā;Robežnieku bibliotēkā katls apkurina galvenokārt pagrabu. Lūdzam to nomainīt līdz nākamajai ziemai.;Ēkas;Robežnieki;Pēteris Vaišļa;;Sanāksmē
            Autobuss uz tirgu;;Sabiedriskais transports;Piedruja;Anna Skerškāne;;Sanāksmē
            Ēna autobusa pieturā;Pieturā pie pasta vasarā nav kur paslēpties no saules. Divi koki maksātu mazāk nekā nojume.;Apkārtnes sakopšana;Skaista;;;Sanāksmē
            Krastmala;Nostipriniet krastu pie laivu piestātnes, pavasarī tas brūk.;Vide un enerģija;Berģi;Viktors Lukss;;Sanāksmē
            Sensori skolas gaiteņos;Skolas gaiteņos gaisma deg visu dienu arī tad, kad tajos neviena nav.;Ēkas;Dagda;Liene Rukmane;liene.rukmane;Sanāksmē
            """;

    private final SampleAccounts accounts;
    private final SampleClock clock;
    private final StaffIntake intake;
    private final ImportDesk imports;
    private final ImportWork work;

    SampleIntake(SampleAccounts accounts, SampleClock clock, StaffIntake intake, ImportDesk imports, ImportWork work) {
        this.accounts = accounts;
        this.clock = clock;
        this.intake = intake;
        this.imports = imports;
        this.work = work;
    }

    /** Within one transaction. */
    void paper(LocalDate today) {
        Person staff = accounts.staff("KRASLAVA");
        at(today.minusDays(2), 11);
        enter(
                new StaffEntry(
                        submission(
                                IntakeChannel.POST,
                                "Malkas šķūnis un pagraba logi Kalniešos",
                                "Mūsu mājā ir divpadsmit dzīvokļu un viena krāsns katrā. Malkai nav jumta, tā slapja stāv"
                                        + " pagalmā, tāpēc dūmo visa iela. Lūdzu palīdziet tikt pie kopīga malkas šķūņa"
                                        + " un jauniem pagraba logiem. Strādāsim paši.",
                                Topic.BUILDINGS,
                                "KRASLAVA-KALNIESI",
                                new Submitter(
                                        "Genovefa Jukša",
                                        null,
                                        "+371 20000266",
                                        "Liepu iela 3–4, Kalnieši",
                                        null,
                                        false),
                                List.of(new Submission.Upload("vestule.jpg", scan()))),
                        today.minusDays(2),
                        today.minusDays(6),
                        today.minusDays(5)),
                staff);
        enter(
                new StaffEntry(
                        submission(
                                IntakeChannel.TELEPHONE,
                                "Vēsa telpa karstuma dienās",
                                "Zvanīja kundze no Dagdas: jūlijā trešā stāva dzīvoklī bija 34 grādi. Lūdz, lai bibliotēka"
                                        + " karstuma brīdinājuma dienās ir vaļā arī svētdienās.",
                                Topic.SOCIAL,
                                "KRASLAVA-DAGDA",
                                new Submitter("Helēna Maļavska", null, "+371 20000267", null, null, false),
                                List.of()),
                        today.minusDays(2),
                        null,
                        null),
                staff);
        campaign(today, staff);
    }

    /** Neighbours who have agreed on a text; one has added a sentence, another has signed a letter of her own. */
    private void campaign(LocalDate today, Person staff) {
        for (int i = 0; i < NEIGHBOURS.size(); i++) {
            at(today.minusDays(2), 12);
            String text = i == 3 ? LETTER + " Mans mazdēls šoruden tur nokrita no velosipēda." : LETTER;
            enter(
                    new StaffEntry(
                            submission(
                                    IntakeChannel.EMAIL,
                                    "Ietve un apgaismojums Augusta ielā",
                                    text,
                                    Topic.ROADS,
                                    "KRASLAVA-KRASLAVA",
                                    new Submitter(
                                            NEIGHBOURS.get(i),
                                            "augusta" + (i + 2) + "@pasts.example",
                                            null,
                                            "Augusta iela " + (2 * i + 5) + ", Krāslava",
                                            null,
                                            false),
                                    List.of()),
                            today.minusDays(2),
                            null,
                            null),
                    staff);
        }
    }

    /** What was written down in a meeting; takes transactions of its own. */
    void table(LocalDate today) {
        Person staff = accounts.staff("KRASLAVA");
        at(today.minusDays(1), 16);
        UUID[] run = new UUID[1];
        as(
                staff,
                () -> run[0] = imports.upload(
                        "priekslikumi",
                        CALL,
                        "sanaksme-indra.csv",
                        new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)),
                        LATVIAN,
                        staff));
        work.next();
        as(staff, () -> imports.start(run[0], staff));
        work.next();
    }

    private void enter(StaffEntry entry, Person staff) {
        as(staff, () -> intake.register(entry, UUID.randomUUID().toString(), staff));
    }

    private static Submission submission(
            IntakeChannel channel,
            String title,
            String text,
            Topic topic,
            @Nullable String place,
            Submitter submitter,
            List<Submission.Upload> files) {
        return new Submission(
                CALL,
                channel,
                LATVIAN,
                title,
                text,
                topic,
                "KRASLAVA",
                place,
                null,
                null,
                submitter,
                true,
                true,
                files,
                null);
    }

    private static byte[] scan() {
        try (var file = new ClassPathResource("sample/letter.jpg").getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void at(LocalDate day, int hour) {
        clock.moveTo(day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant());
    }

    private static void as(Person person, Runnable work) {
        Acting.as(Actor.account(person.id()), null, work);
    }
}
