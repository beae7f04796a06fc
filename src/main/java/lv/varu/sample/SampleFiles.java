package lv.varu.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lv.varu.account.Role;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Details.Meeting;
import lv.varu.consultation.DocumentType;
import lv.varu.consultation.publication.Channel;
import lv.varu.directory.Department;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import lv.varu.proposal.Asset;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.ProposalStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The files in {@code sample/}; each explains its keys at its beginning. */
class SampleFiles {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private SampleFiles() {}

    static List<AccountEntry> accounts() {
        return read("accounts", Accounts.class).accounts();
    }

    static List<OrganisationEntry> organisations() {
        return read("organisations", Organisations.class).organisations();
    }

    static List<ContactEntry> contacts() {
        return read("contacts", Contacts.class).contacts();
    }

    static List<ConsultationEntry> consultations() {
        return read("consultations", Consultations.class).consultations();
    }

    static List<ProposalEntry> proposals() {
        return read("proposals", Proposals.class).proposals();
    }

    private static <T> T read(String name, Class<T> type) {
        try (var file = new ClassPathResource("sample/" + name + ".yaml").getInputStream()) {
            return YAML.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Either a date or a number of days from the day of the first start. */
    static LocalDate day(@Nullable LocalDate on, @Nullable Integer inDays, LocalDate today) {
        if (on != null) {
            return on;
        }
        if (inDays == null) {
            throw new IllegalArgumentException("neither a date nor a number of days");
        }
        return today.plusDays(inDays);
    }

    record Accounts(List<AccountEntry> accounts) {}

    record AccountEntry(
            String name, String email, Role role, @Nullable String partnership, Locale language) {}

    record Organisations(List<OrganisationEntry> organisations) {}

    record OrganisationEntry(
            String name,
            OrganisationKind kind,
            String partnership,
            String place,
            Set<Topic> topics,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String contactPerson,
            @Nullable String regNumber,
            Locale language) {}

    record Contacts(List<ContactEntry> contacts) {}

    record ContactEntry(
            String municipality,
            Department department,
            String name,
            @Nullable String position,
            String email,
            @Nullable String phone,
            Set<Topic> topics,
            @Nullable String manager) {}

    record Consultations(List<ConsultationEntry> consultations) {}

    record ConsultationEntry(
            String code,
            ConsultationStatus status,
            boolean sample,
            String title,
            @Nullable String titleEn,
            DocumentType documentType,
            @Nullable Integer periodFrom,
            @Nullable Integer periodTo,
            List<String> hosts,
            List<String> owners,
            boolean ownHosted,
            @Nullable LocalDate opensOn,
            @Nullable Integer opensInDays,
            @Nullable LocalDate closesOn,
            @Nullable Integer closesInDays,
            String summary,
            String summaryEn,
            @Nullable DecisionEntry decision,
            @Nullable String draftVersion,
            @Nullable List<LinkEntry> links,
            @Nullable List<PlaceEntry> viewingPlaces,
            @Nullable IntakeEntry intake,
            @Nullable List<MeetingEntry> meetings,
            @Nullable PersonEntry contact,
            @Nullable List<String> questions,
            Set<Topic> topics,
            @Nullable List<ChannelEntry> channels,
            @Nullable PositionEntry position,
            @Nullable LocalDate answersPublishedOn,
            @Nullable ReportEntry report) {}

    record DecisionEntry(
            String council,
            @Nullable LocalDate decidedOn,
            @Nullable Integer decidedInDays,
            @Nullable String minutes,
            @Nullable String paragraph) {}

    record LinkEntry(String title, String url) {}

    record PlaceEntry(String name, @Nullable String address) {}

    record IntakeEntry(@Nullable String email, @Nullable String post) {}

    record MeetingEntry(
            @Nullable LocalDate heldOn,
            @Nullable Integer heldInDays,
            LocalTime time,
            String place,
            Meeting.Format format,
            @Nullable String url) {}

    record PersonEntry(String name, String email, @Nullable String phone) {}

    record ChannelEntry(
            Channel channel,
            @Nullable String link,
            @Nullable LocalDate publishedOn,
            @Nullable Integer publishedInDays) {
        boolean isPublished() {
            return publishedOn != null || publishedInDays != null;
        }
    }

    record PositionEntry(
            String introduction,
            String ownView,
            @Nullable LocalDate approvedOn,
            @Nullable Integer approvedInDays,
            @Nullable LocalDate deliveredOn,
            @Nullable Integer deliveredWorkingDaysAgo) {}

    record ReportEntry(String text, LocalDate publishedOn) {}

    record Proposals(List<ProposalEntry> proposals) {}

    record ProposalEntry(
            String consultation,
            String title,
            String text,
            Topic topic,
            String municipality,
            @Nullable String place,
            @Nullable Asset asset,
            SubmitterEntry submitter,
            String channel,
            ConsentsEntry consents,
            @Nullable LocalDate submittedOn,
            @Nullable Integer submittedInDays,
            ProposalStatus status,
            @Nullable String declineReason,
            @Nullable Outcome outcome,
            @Nullable OutcomeRoute route,
            @Nullable String rationale,
            @Nullable LocalDate answeredOn,
            @Nullable Integer answeredInDays,
            boolean late,
            @Nullable String ownContribution,
            @Nullable String supportAsked,
            Locale language) {}

    record SubmitterEntry(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String organisation) {}

    record ConsentsEntry(boolean processing, boolean forwarding, boolean publishName) {}
}
