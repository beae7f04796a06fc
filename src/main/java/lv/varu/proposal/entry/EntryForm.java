package lv.varu.proposal.entry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lv.varu.directory.Topic;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.ProposeForm;
import lv.varu.proposal.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * What staff enter of one sheet of a pile. The text comes first, for it is what nearly every sheet has; all else may stay
 * empty or stays as it was.
 *
 * @param photo taken right now with the telephone
 */
record EntryForm(
        @Nullable String channel,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate receivedOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate postmarkedOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate writtenOn,

        @Nullable String text,
        @Nullable String title,
        @Nullable String topic,
        @Nullable String place,
        @Nullable MultipartFile photo,
        List<MultipartFile> files,
        ProposeForm.Person submitter,
        ProposeForm.Consents consents,
        @Nullable String section,
        @Nullable String draftPage) {

    /** As the fields stand on the page. */
    static final List<String> ORDER = List.of(
            "channel",
            "receivedOn",
            "postmarkedOn",
            "writtenOn",
            "text",
            "title",
            "place",
            "section",
            "draftPage",
            "files",
            "submitter.name",
            "submitter.organisation",
            "submitter.email",
            "submitter.phone",
            "submitter.address");

    // A request may lack whole groups of fields.
    EntryForm {
        files = Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(ProposeForm::isChosen)
                .toList();
        submitter = Objects.requireNonNullElse(submitter, ProposeForm.Person.NOBODY);
        consents = Objects.requireNonNullElse(consents, ProposeForm.Consents.NONE);
    }

    /** A blank sheet that came in as the one before. */
    static EntryForm next(@Nullable IntakeChannel channel, LocalDate receivedOn) {
        return new EntryForm(
                (channel == null ? IntakeChannel.PAPER : channel).name(),
                receivedOn,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                ProposeForm.Person.NOBODY,
                ProposeForm.Consents.NONE,
                null,
                null);
    }

    IntakeChannel chosenChannel() {
        return IntakeChannel.BY_STAFF.stream()
                .filter(choice -> choice.name().equals(channel))
                .findFirst()
                .orElse(IntakeChannel.PAPER);
    }

    List<MultipartFile> allFiles() {
        return Stream.concat(Stream.ofNullable(photo).filter(ProposeForm::isChosen), files.stream())
                .toList();
    }

    StaffEntry entry(String callCode, @Nullable String municipality, LocalDate received, Locale language) {
        String words = ProposeForm.clean(text);
        String named = ProposeForm.clean(title);
        String where = ProposeForm.optional(place);
        Submission submission = new Submission(
                callCode,
                chosenChannel(),
                language,
                named.isEmpty() ? EntrySheet.titleOf(words) : named,
                words,
                Arrays.stream(Topic.values())
                        .filter(choice -> choice.name().equals(topic))
                        .findFirst()
                        .orElse(Topic.OTHER),
                municipality,
                where == null || where.equals(municipality) ? null : where,
                null,
                null,
                submitter.submitter(ProposeForm.Consents.given(consents.publishName())),
                false,
                ProposeForm.Consents.given(consents.forwarding()),
                allFiles().stream()
                        .filter(file -> !ProposeForm.isLarge(file))
                        .map(ProposeForm::upload)
                        .toList(),
                null);
        return new StaffEntry(submission, received, writtenOn, postmarkedOn);
    }
}
