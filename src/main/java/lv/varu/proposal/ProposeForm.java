package lv.varu.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.varu.directory.Topic;
import lv.varu.proposal.author.Resubmission;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody enters on the public form. The names of the fields are those of the HTTP interface, so that a fault
 * finds its field; the place is one choice, and its municipality follows from it.
 */
public record ProposeForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String topic,
        @Nullable String place,
        @Nullable String ownContribution,
        @Nullable String supportAsked,
        List<MultipartFile> files,
        Person submitter,
        Consents consents,
        @Nullable String section,
        @Nullable String draftPage) {

    /** An invited organisation need not write its name again. */
    static ProposeForm of(@Nullable String organisation) {
        return new ProposeForm(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new Person(null, null, null, organisation, null),
                Consents.NONE,
                null,
                null);
    }

    /** Everything that the author wrote the first time; consents are given anew. */
    static ProposeForm of(Resubmission.Declined declined, @Nullable Reference reference) {
        ProposalView view = declined.view();
        Submitter author = declined.submitter();
        return new ProposeForm(
                view.title(),
                view.text(),
                view.topic().name(),
                Objects.requireNonNullElse(view.place(), view.municipality()),
                declined.ownContribution(),
                declined.supportAsked(),
                List.of(),
                new Person(author.name(), author.email(), author.phone(), author.organisation(), author.address()),
                Consents.NONE,
                reference == null ? null : reference.section(),
                reference == null ? null : Objects.toString(reference.page(), null));
    }

    private static final DataSize FILE = DataSize.ofMegabytes(10);

    /** As the fields stand on the page, and so the faults in the summary on top. */
    static final List<String> ORDER = List.of(
            "title",
            "text",
            "section",
            "draftPage",
            "topic",
            "place",
            "ownContribution",
            "supportAsked",
            "files",
            "submitter.name",
            "submitter.email",
            "submitter.phone",
            "submitter.organisation",
            "submitter.address",
            "consents.processing",
            "consents.forwarding");

    // A request may lack whole groups of fields.
    public ProposeForm {
        files = Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(ProposeForm::isChosen)
                .toList();
        submitter = Objects.requireNonNullElse(submitter, Person.NOBODY);
        consents = Objects.requireNonNullElse(consents, Consents.NONE);
    }

    // A browser sends a nameless empty part when nobody chose a file.
    public static boolean isChosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }

    /** No browser keeps chosen files when the page comes back with errors, so their names are told again. */
    String fileNames() {
        return files.stream().map(MultipartFile::getOriginalFilename).collect(Collectors.joining(", "));
    }

    /** Something is written of what is proposed. */
    boolean isBegun() {
        return !blank(title) || !blank(text);
    }

    /** Too large to be taken, so it is not even read. */
    public static boolean isLarge(MultipartFile file) {
        return file.getSize() > FILE.toBytes();
    }

    Optional<Topic> chosenTopic() {
        return Arrays.stream(Topic.values())
                .filter(choice -> choice.name().equals(topic))
                .findFirst();
    }

    /** What is needed from people who write here, beyond what any submission needs. */
    Map<String, String> missing() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (chosenTopic().isEmpty()) {
            faults.put("topic", "proposal.page.propose.topic.missing");
        }
        if (blank(submitter.name)) {
            faults.put("submitter.name", "proposal.page.propose.name.missing");
        }
        // Without an address nobody could confirm, and the answer would not reach its author.
        if (blank(submitter.email)) {
            faults.put("submitter.email", "proposal.page.propose.email.missing");
        }
        if (Consents.given(consents.forwarding) && blank(submitter.address)) {
            faults.put("submitter.address", "proposal.page.propose.address.missing");
        }
        return faults;
    }

    Submission submission(String callCode, @Nullable String municipality, Locale language, Sender sender) {
        return new Submission(
                callCode,
                sender.channel(),
                language,
                clean(title),
                clean(text),
                chosenTopic().orElse(Topic.OTHER),
                municipality,
                place == null || place.equals(municipality) ? null : optional(place),
                optional(ownContribution),
                optional(supportAsked),
                submitter.submitter(Consents.given(consents.publishName)),
                Consents.given(consents.processing),
                Consents.given(consents.forwarding),
                files.stream()
                        .filter(file -> !isLarge(file))
                        .map(ProposeForm::upload)
                        .toList(),
                sender.invitation());
    }

    /** Faults of the reference, for {@link #reference}. */
    Map<String, String> unknownPlaces(List<Section> sections) {
        return Reference.faults(section, draftPage, sections);
    }

    Reference reference(List<Section> sections) {
        return Reference.of(section, draftPage, sections);
    }

    public static Submission.Upload upload(MultipartFile file) {
        try {
            return new Submission.Upload(clean(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean blank(@Nullable String entered) {
        return entered == null || entered.isBlank();
    }

    public static String clean(@Nullable String entered) {
        return entered == null ? "" : entered.replace("\r\n", "\n").strip();
    }

    public static @Nullable String optional(@Nullable String entered) {
        return blank(entered) ? null : clean(entered);
    }

    public record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String organisation,
            @Nullable String address) {

        public static final Person NOBODY = new Person(null, null, null, null, null);

        public Submitter submitter(boolean publishName) {
            return new Submitter(
                    optional(name),
                    optional(email),
                    optional(phone),
                    optional(address),
                    optional(organisation),
                    publishName);
        }
    }

    public record Consents(
            @Nullable Boolean processing,
            @Nullable Boolean forwarding,
            @Nullable Boolean publishName) {

        public static final Consents NONE = new Consents(null, null, null);

        public static boolean given(@Nullable Boolean consent) {
            return Boolean.TRUE.equals(consent);
        }
    }
}
