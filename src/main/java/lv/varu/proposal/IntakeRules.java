package lv.varu.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.SubmissionRefused.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a submission must hold before it becomes a proposal. */
@Component
public class IntakeRules {
    public static final int TITLE = 200;
    public static final int TEXT = 10_000;
    public static final int SHORT = 200;
    public static final int REMARK = 2_000;
    static final int FILES = 5;

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private final Places places;

    IntakeRules(Places places) {
        this.places = places;
    }

    /** Everything that is wrong, each with its field. */
    public List<Fault> faults(Submission submission, Call call) {
        List<Fault> faults = new ArrayList<>();
        needed(faults, "title", submission.title(), TITLE);
        needed(faults, "text", submission.text(), TEXT);
        // What comes on paper is about what it is about.
        if (submission.channel().isOnline() && !call.offers(submission.topic())) {
            faults.add(new Fault("topic", "proposal.fault.topic.foreign"));
        }
        brief(faults, "ownContribution", submission.ownContribution(), REMARK);
        brief(faults, "supportAsked", submission.supportAsked(), REMARK);
        submitter(faults, submission.submitter(), submission.channel());
        // Who writes on paper has not ticked a box; the office answers because it was asked.
        if (submission.channel().isOnline() && !submission.processing()) {
            faults.add(new Fault("consents.processing", "proposal.fault.consent.missing"));
        }
        if (submission.files().size() > FILES) {
            faults.add(new Fault("files", "proposal.fault.files.many"));
        }
        municipality(submission, call)
                .ifPresentOrElse(
                        known -> place(faults, submission.place(), known),
                        () -> faults.add(new Fault("municipality", municipalityFault(submission))));
        return faults;
    }

    /** The municipality that the proposal is for; the only one need not be named. */
    Optional<String> municipality(Submission submission, Call call) {
        List<Place> choices = municipalitiesOf(call);
        String given = submission.municipality();
        if (given == null) {
            return choices.size() == 1 ? Optional.of(choices.get(0).code()) : Optional.empty();
        }
        return choices.stream().map(Place::code).filter(given::equals).findFirst();
    }

    private static String municipalityFault(Submission submission) {
        return submission.municipality() == null
                ? "proposal.fault.municipality.missing"
                : "proposal.fault.municipality.foreign";
    }

    private void place(List<Fault> faults, @Nullable String place, String municipality) {
        if (!isWithin(place, municipality)) {
            faults.add(new Fault("place", "proposal.fault.place.foreign"));
        }
    }

    public static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    /**
     * Whom a proposal of this consultation can be for. A planning region or the state comes first, itself; then the
     * municipalities in it.
     */
    public List<Place> municipalitiesOf(Call call) {
        Set<String> covered = call.municipalities().stream()
                .flatMap(code -> places.within(code).stream())
                .collect(Collectors.toSet());
        Stream<Place> larger = call.municipalities().stream().map(places::find).filter(Place::isLarger);
        return Stream.concat(larger, places.municipalities().stream().filter(place -> covered.contains(place.code())))
                .toList();
    }

    public boolean isWithin(@Nullable String place, String municipality) {
        return place == null
                || place.equals(municipality)
                || places.within(municipality).contains(place);
    }

    private static void submitter(List<Fault> faults, Submitter submitter, IntakeChannel channel) {
        brief(faults, "submitter.name", submitter.name(), SHORT);
        brief(faults, "submitter.phone", submitter.phone(), 40);
        brief(faults, "submitter.address", submitter.address(), SHORT);
        brief(faults, "submitter.organisation", submitter.organisation(), SHORT);
        String email = submitter.email();
        if (email != null && !isEmail(email)) {
            faults.add(new Fault("submitter.email", "proposal.fault.email"));
        }
        // What comes in online is confirmed by e-mail.
        if (email == null && channel.isOnline()) {
            faults.add(new Fault("submitter.email", "proposal.fault.email.missing"));
        }
    }

    private static void needed(List<Fault> faults, String field, String value, int max) {
        if (value.isBlank()) {
            faults.add(new Fault(field, "proposal.fault." + field + ".missing"));
        }
        brief(faults, field, value, max);
    }

    private static void brief(List<Fault> faults, String field, @Nullable String value, int max) {
        if (value != null && value.length() > max) {
            faults.add(new Fault(field, "proposal.fault.long"));
        }
    }
}
