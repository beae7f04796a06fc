package lv.varu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionProxyFactoryBean;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class DeliveryTest {
    private static final URI SECRET = URI.create("https://varu.example/priekslikums/s3cr3t?a=1&b=2");

    @Autowired
    Outbox outbox;

    @Autowired
    LetterLayout layout;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final CaseKey about = CaseKey.of("mailtest", UUID.randomUUID());
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MovedClock clock = new MovedClock();
    private TransactionTemplate transaction;
    private int port;

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(transactions);
        // Whatever other tests left waiting is not for this server.
        jdbc.update("update mail_letter set state = 'HELD' where state = 'WAITING'");
        jdbc.update("update mail_letter set last_attempt_at = null");
        startServer();
    }

    private void startServer() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void deliversOnceInTextAndHtmlWithAStableId() throws Exception {
        post(letter());
        var id = jdbc.queryForObject("select id from mail_letter where about = ?", UUID.class, about.toString());

        assertThat(postman().deliver()).isEqualTo(1);
        assertThat(postman().deliver()).isZero();

        var message = received(1)[0];
        assertThat(message.getMessageID()).isEqualTo("<" + id + "@varu.example>");
        assertThat(message.getSubject()).isEqualTo("Saņemts: Ceļš uz Līksnu");
        assertThat(message.getAllRecipients()[0]).hasToString("=?UTF-8?Q?Anna_B=C4=93rzi=C5=86a?= <anna@example.org>");
        assertThat(text(message))
                .contains("Labdien, Anna Bērziņa!", "> Pirmā rinda\n> - otrā rinda", "- izskatīšana")
                .contains("Sekot līdzi:\n" + SECRET);
        assertThat(html(message))
                .contains("<li style=\"margin:0 0 6px\">atbilde</li>", "Pirmā rinda<br>- otrā rinda")
                .contains("href=\"https://varu.example/lapa\"", "lang=\"lv\"", "background-color")
                .doesNotContain("<script>");
        assertThat(actions()).containsExactly("mail.delivered", "mail.posted");
    }

    @Test
    void writesInTheReadersLanguage() throws Exception {
        post(draft().in(Locale.ENGLISH)
                .unsubscribe(URI.create("https://varu.example/atteikties"))
                .seal());
        postman().deliver();

        var message = received(1)[0];
        assertThat(message.getSubject()).isEqualTo("Received: Ceļš uz Līksnu");
        assertThat(message.getContentLanguage()).containsExactly("en");
        assertThat(text(message))
                .contains("Follow it:", "This letter was sent by Varu.")
                .endsWith("\n\nStop receiving such letters: https://varu.example/atteikties\n");
    }

    @Test
    void keepsATextOnlyInItsPartsAndNothingThatIsEmpty() {
        post(letter());

        assertThat(stored().text()).isNull();
        assertThat(stored().html()).isNull();
        assertThat(stored().parts())
                .contains("Labdien, \uE000Anna Bērziņa!", "\"action\":{\"label\":\"Sekot līdzi\"")
                .doesNotContain("[]", "null", "choices", "unsubscribe");
    }

    @Test
    void masksSecretLinksOnceDelivered() throws Exception {
        post(draft().withSecret("page", URI.create("https://varu.example/lapa/s3cr3t?a=1&b=2"))
                .with("text", "Atvērt: " + SECRET)
                .secretChoice("Varam palīdzēt", URI.create("https://varu.example/jā/s3cr3t?a='1'&b=2"))
                .unsubscribe(URI.create("https://varu.example/atteikties/s3cr3t"))
                .seal());
        assertThat(layout.html(stored())).contains("s3cr3t");
        postman().deliver();

        var message = received(1)[0];
        assertThat(text(message)).contains("Sekot līdzi:\n" + SECRET, "https://varu.example/atteikties/s3cr3t");
        assertThat(jdbc.queryForObject(
                        "select to_jsonb(l)::text from mail_letter l where about = ?", String.class, about.toString()))
                .doesNotContain("s3cr3t");
        assertThat(layout.text(stored()))
                .doesNotContain("s3cr3t")
                .contains(
                        "Viss par to: …\n\nVaram palīdzēt:\n…\n\nSekot līdzi:\n…\n\n-- \nVēstuli nosūtīja Varu.",
                        "Atteikties no šādām vēstulēm: …");
        assertThat(layout.html(stored())).doesNotContain("s3cr3t").contains("Sekot līdzi", "Varam palīdzēt");
    }

    @Test
    void deliversAndMasksAsItWasWrittenWhatAnEarlierVersionWrote() throws Exception {
        post(letter());
        jdbc.update(
                "update mail_letter set parts = null, text_body = ?, html_body = ? where about = ?",
                "Toreiz: " + SECRET,
                "<p>Toreiz: https://varu.example/priekslikums/s3cr3t?a=1&amp;b=2</p>",
                about.toString());
        postman().deliver();

        var message = received(1)[0];
        assertThat(text(message)).isEqualTo("Toreiz: " + SECRET);
        assertThat(html(message)).isEqualTo("<p>Toreiz: https://varu.example/priekslikums/s3cr3t?a=1&amp;b=2</p>");
        assertThat(layout.text(stored())).isEqualTo("Toreiz: …");
        assertThat(layout.html(stored())).isEqualTo("<p>Toreiz: …</p>");
    }

    @Test
    void deliversAsItWasWrittenWhatAnEarlierVersionWroteInTextAndParts() throws Exception {
        post(letter());
        jdbc.update(
                "update mail_letter set text_body = ?, parts = ? where about = ?",
                "Toreiz: " + SECRET,
                """
                {"sender":"Varu","body":"Toreiz.","links":[],"choices":[],"action":{"label":"Atvērt","link":"%s"},\
                "footer":["Vēstuli nosūtīja Varu."],"unsubscribe":null}""".formatted(SECRET),
                about.toString());
        postman().deliver();

        var message = received(1)[0];
        assertThat(text(message)).isEqualTo("Toreiz: " + SECRET);
        assertThat(html(message)).contains(">Varu</p>", ">Toreiz.</p>", ">Atvērt</a>", "s3cr3t?a=1&amp;b=2");
        assertThat(layout.text(stored())).isEqualTo("Toreiz: …");
        assertThat(layout.html(stored())).contains(">Atvērt</a>").doesNotContain("s3cr3t");
    }

    @Test
    void refusesALetterThatNothingCanBeMadeOf() {
        post(letter());
        assertThatThrownBy(() -> jdbc.update(
                        "update mail_letter set parts = null, html_body = '' where about = ?", about.toString()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.update(
                        "update mail_letter set parts = null, text_body = '' where about = ?", about.toString()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsSecretLinksInDemonstrations() {
        post(letter());
        postman(settings().keepSecretLinks(true)).deliver();

        assertThat(layout.html(stored())).contains("s3cr3t");
    }

    @Test
    void triesAgainWithGrowingPausesUntilTheServerIsBack() throws Exception {
        post(letter());
        server.stop();
        var start = clock.instant();
        assertThat(pauses(5)).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(stored().state()).isEqualTo(LetterState.WAITING);
        assertThat(stored().lastError()).isNotBlank();
        assertThat(clock.instant()).isEqualTo(start.plus(31, java.time.temporal.ChronoUnit.MINUTES));

        startServer();
        assertThat(postman().deliver()).isEqualTo(1);
        received(1);
        assertThat(stored().attempts()).isEqualTo(6);
    }

    private List<Long> pauses(int attempts) {
        return IntStream.range(0, attempts)
                .mapToObj(attempt -> {
                    assertThat(postman().deliver()).isEqualTo(1);
                    assertThat(postman().deliver()).isZero();
                    var pause = Duration.between(clock.instant(), stored().nextAttemptAt());
                    clock.now = stored().nextAttemptAt();
                    return pause.toMinutes();
                })
                .toList();
    }

    @Test
    void becomesAnIncidentAfterThreeDays() {
        post(letter());
        server.stop();
        var start = clock.instant();
        while (stored().state() == LetterState.WAITING) {
            assertThat(postman().deliver()).isEqualTo(1);
            clock.now = stored().nextAttemptAt();
        }
        assertThat(stored().state()).isEqualTo(LetterState.INCIDENT);
        assertThat(stored().lastAttemptAt()).isEqualTo(start.plus(Duration.ofDays(3)));
        assertThat(actions().get(0)).isEqualTo("mail.incident");

        transaction.executeWithoutResult(status -> store(settings()).retry(stored()));
        startServer();
        assertThat(postman().deliver()).isEqualTo(1);
        assertThat(stored().state()).isEqualTo(LetterState.DELIVERED);
    }

    @Test
    void writesTheSameLetterOnlyOnce() {
        var key = "once-" + UUID.randomUUID();
        assertThat(post(draft().once(key).seal())).isTrue();
        assertThat(post(draft().once(key).seal())).isFalse();

        assertThat(actions()).containsExactly("mail.posted");
    }

    @Test
    void redirectsWhoIsNotOnTheList() throws Exception {
        post(letter());
        post(Letter.about(about, "mailtest.letter", "kolēģis@partneriba.example", "Kolēģis")
                .with("title", "B")
                .with("name", "K")
                .with("text", "t")
                .with("page", SECRET)
                .seal());
        postman(settings().redirectTo("izmeginajumi@partneriba.example").onlyTo("@partneriba.example"))
                .deliver();

        assertThat(received(2)).anySatisfy(message -> {
            assertThat(message.getAllRecipients()[0].toString()).contains("izmeginajumi@partneriba.example");
            assertThat(message.getSubject()).startsWith("[anna@example.org] ");
        });
    }

    @Test
    void holdsBackWhoIsNotOnTheListWhenThereIsNoRedirect() {
        post(letter());
        postman(settings().onlyTo("cita@example.org")).deliver();

        assertThat(stored().state()).isEqualTo(LetterState.HELD);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void keepsToTheRate() {
        for (int i = 0; i < 5; i++) {
            post(letter());
        }
        var slow = postman(settings().perMinute(2));
        assertThat(slow.deliver()).isEqualTo(2);
        assertThat(slow.deliver()).isZero();
        clock.now = clock.now.plusSeconds(61);
        assertThat(slow.deliver()).isEqualTo(2);
    }

    @Test
    void deliversOnceThoughTwoDeliver() throws Exception {
        transaction.executeWithoutResult(status ->
                outbox.postAll(IntStream.range(0, 30).mapToObj(i -> letter()).toList()));
        makeDue();
        Callable<Integer> all = () -> {
            var postman = postman();
            int delivered = 0;
            for (int i = 0; i < 20; i++) {
                delivered += postman.deliver();
            }
            return delivered;
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            int delivered = 0;
            for (var done : threads.invokeAll(List.of(all, all))) {
                delivered += done.get();
            }
            assertThat(delivered).isEqualTo(30);
        } finally {
            threads.shutdownNow();
        }
        assertThat(Arrays.stream(received(30)).map(DeliveryTest::id).distinct()).hasSize(30);
    }

    @Test
    void leavesTheLettersOfADeadNodeToTheNext() throws Exception {
        post(letter());
        transaction.executeWithoutResult(status -> store(settings()).claim());
        assertThat(postman().deliver()).isZero();
        clock.now = clock.now.plus(Duration.ofMinutes(11));

        assertThat(postman().deliver()).isEqualTo(1);
        received(1);
    }

    @Test
    void postsNothingWhenTheFactRollsBack() {
        transaction.executeWithoutResult(status -> {
            outbox.post(letter());
            status.setRollbackOnly();
        });
        assertThat(jdbc.queryForObject(
                        "select count(*) from mail_letter where about = ?", Long.class, about.toString()))
                .isZero();
        assertThat(actions()).isEmpty();
    }

    @Test
    void refusesAddressesThatWouldBecomeHeaders() {
        for (var address : List.of("a@b.lv\r\nBcc: c@d.lv", "a b@c.lv", "a@b.lv, c@d.lv", "<a@b.lv>", "nekas")) {
            assertThatThrownBy(() -> Letter.about(about, "mailtest.letter", address, "A"))
                    .isInstanceOf(MalformedAddress.class);
        }
    }

    @Test
    void keepsTypedLineBreaksOutOfHeaders() throws Exception {
        post(Letter.about(about, "mailtest.letter", "a@example.org", "Anna\r\nBcc: x@example.org")
                .with("title", "Ceļš\r\nBcc: x@example.org")
                .with("name", "A")
                .with("text", "t")
                .with("page", SECRET)
                .seal());
        postman().deliver();

        var message = received(1)[0];
        assertThat(message.getSubject()).isEqualTo("Saņemts: Ceļš Bcc: x@example.org");
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @Test
    void carriesAttachmentsAndAWayToUnsubscribe() throws Exception {
        post(draft().attach("Nostāja – Preiļi.pdf", "application/pdf", new byte[] {1, 2, 3})
                .unsubscribe(URI.create("https://varu.example/atteikties"))
                .seal());
        postman().deliver();

        var message = received(1)[0];
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://varu.example/atteikties>");
        var attachment = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(attachment.getFileName()))
                .isEqualTo("Nostāja – Preiļi.pdf");
        assertThat(attachment.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    private Letter letter() {
        return draft().seal();
    }

    private Letter.Draft draft() {
        return Letter.about(about, "mailtest.letter", "anna@example.org", "Anna Bērziņa")
                .with("title", "Ceļš uz Līksnu")
                .with("name", "Anna Bērziņa")
                .with("text", "Pirmā rinda\n- otrā rinda <script>")
                .with("page", URI.create("https://varu.example/lapa"))
                .secretAction(SECRET);
    }

    private boolean post(Letter letter) {
        boolean posted = Boolean.TRUE.equals(transaction.execute(status -> outbox.post(letter)));
        makeDue();
        return posted;
    }

    /** The outbox writes by the program's clock, the tests deliver by their own. */
    private void makeDue() {
        jdbc.update(
                "update mail_letter set next_attempt_at = ?::timestamptz where state = 'WAITING' and attempts = 0",
                clock.now.toString());
    }

    private StoredLetter stored() {
        return jdbc.queryForObject("select * from mail_letter where about = ?", StoredLetter::from, about.toString());
    }

    private List<String> actions() {
        return trail.of(about, Pageable.unpaged()).map(TrailEntry::action).getContent();
    }

    private MimeMessage[] received(int count) {
        assertThat(server.waitForIncomingEmail(10_000, count)).isTrue();
        return server.getReceivedMessages();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Message message) throws Exception {
        return part(message, 0);
    }

    private static String html(Message message) throws Exception {
        return part(message, 1);
    }

    private static String part(Message message, int index) throws Exception {
        var related = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }

    private Postman postman() {
        return postman(settings());
    }

    private Postman postman(SettingsExample settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("sender", sender);
        return new Postman(store(settings), settings.build(), layout, beans.getBeanProvider(JavaMailSender.class));
    }

    private LetterStore store(SettingsExample settings) {
        var proxy = new TransactionProxyFactoryBean();
        proxy.setTransactionManager(transactions);
        proxy.setTransactionAttributeSource(new AnnotationTransactionAttributeSource());
        proxy.setProxyTargetClass(true);
        proxy.setTarget(new LetterStore(JdbcClient.create(jdbc), trail, event -> {}, settings.build(), clock));
        proxy.afterPropertiesSet();
        return (LetterStore) proxy.getObject();
    }

    private static SettingsExample settings() {
        return new SettingsExample();
    }

    /** Moves only when told. */
    private static class MovedClock extends Clock {
        Instant now = Instant.parse("2021-11-12T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
