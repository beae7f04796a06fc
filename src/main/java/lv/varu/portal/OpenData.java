package lv.varu.portal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationFilter;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.directory.Places;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reference;
import lv.varu.proposal.References;
import lv.varu.proposal.Ties;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/**
 * What anyone may read, as rows. Nobody's name is among it, not even of those who agreed to be named on the page: a copy
 * elsewhere could not be taken back.
 */
@Component
class OpenData {
    private static final int CHUNK = 1000;
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final ConsultationBook consultations;
    private final ProposalBook proposals;
    private final References references;
    private final Ties ties;
    private final Places places;
    private final PublicAddress address;

    OpenData(
            ConsultationBook consultations,
            ProposalBook proposals,
            References references,
            Ties ties,
            Places places,
            PublicAddress address) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.references = references;
        this.ties = ties;
        this.places = places;
        this.address = address;
    }

    void write(DataSet set, Target target) throws IOException {
        switch (set) {
            case CONSULTATIONS -> consultations(target);
            case PROPOSALS -> proposals(target, proposals::readableAfter, this::proposalRows);
            case ANSWERS -> proposals(target, proposals::publicAfter, this::answers);
        }
    }

    private void consultations(Target target) throws IOException {
        var page = consultations.list(
                ConsultationFilter.in(ConsultationStatus.PUBLIC), PageRequest.of(0, CHUNK, Sort.by("opensOn", "id")));
        while (true) {
            var tallies = proposals.tallies(page.map(Consultation::id).getContent());
            for (Consultation one : page) {
                if (!one.isPublic()) {
                    continue;
                }
                var tally = tallies.get(one.id());
                target.row(Arrays.asList(
                        one.code(),
                        one.title(),
                        one.documentType().name(),
                        one.status().name(),
                        one.opensOn(),
                        one.closesOn(),
                        String.join(" ", one.hosts()),
                        names(one.hosts(), one.closesOn()),
                        String.join(" ", one.owners()),
                        one.topics().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        tally == null ? 0L : tally.published(),
                        day(one.deliveredAt()),
                        day(one.answeredAt()),
                        one.isSample(),
                        address.of("/apspriesanas/" + one.code())));
            }
            if (!page.hasNext()) {
                return;
            }
            page = consultations.list(ConsultationFilter.in(ConsultationStatus.PUBLIC), page.nextPageable());
        }
    }

    private void proposals(Target target, Source source, Shape shape) throws IOException {
        UUID after = new UUID(0, 0);
        List<ProposalView> found = source.after(after, CHUNK);
        while (!found.isEmpty()) {
            var about =
                    consultations.find(found.stream().map(ProposalView::callId).collect(Collectors.toSet()));
            for (List<? extends @Nullable Object> row : shape.of(found, about)) {
                target.row(row);
            }
            after = found.get(found.size() - 1).id();
            found = source.after(after, CHUNK);
        }
    }

    private List<List<? extends @Nullable Object>> proposalRows(
            List<ProposalView> found, Map<UUID, Consultation> about) {
        var places = references.of(found.stream().map(ProposalView::id).toList());
        var tied = ties.of(found);
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        found.forEach(one ->
                rows.add(proposal(one, about, places.get(one.id()), tied.getOrDefault(one.id(), Ties.Tie.NONE))));
        return rows;
    }

    private List<? extends @Nullable Object> proposal(
            ProposalView one, Map<UUID, Consultation> about, @Nullable Reference reference, Ties.Tie tie) {
        var landing = tie.landing();
        return Arrays.asList(
                one.receipt(),
                one.number(),
                code(one, about),
                one.title(),
                one.text(),
                one.topic().name(),
                one.municipality(),
                names(List.of(one.municipality()), null),
                one.place(),
                one.place() == null ? null : names(List.of(one.place()), null),
                one.status().name(),
                day(one.registeredAt()),
                day(one.forwardedAt()),
                reference == null ? null : reference.section(),
                reference == null ? null : reference.title(),
                reference == null ? null : reference.page(),
                tie.mergedInto(),
                String.join(" ", tie.mergedHere()),
                tie.splitFrom(),
                one.part(),
                String.join(" ", tie.parts()),
                landing == null ? null : landing.place(),
                landing == null ? null : landing.link(),
                page(one, about));
    }

    private List<List<? extends @Nullable Object>> answers(List<ProposalView> found, Map<UUID, Consultation> about) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        found.stream().filter(one -> one.outcome() != null).forEach(one -> rows.add(answer(one, about)));
        return rows;
    }

    private List<? extends @Nullable Object> answer(ProposalView one, Map<UUID, Consultation> about) {
        return Arrays.asList(
                one.receipt(),
                one.number(),
                code(one, about),
                one.municipality(),
                names(List.of(one.municipality()), null),
                Objects.requireNonNull(one.outcome()).name(),
                one.route() == null ? null : one.route().name(),
                one.rationale(),
                day(one.forwardedAt()),
                one.dueOn(),
                day(one.answeredAt()),
                day(one.publishedAt()),
                page(one, about));
    }

    private static @Nullable String code(ProposalView one, Map<UUID, Consultation> about) {
        var consultation = about.get(one.callId());
        return consultation == null ? null : consultation.code();
    }

    private @Nullable String page(ProposalView one, Map<UUID, Consultation> about) {
        var code = code(one, about);
        return code == null ? null : address.of("/apspriesanas/" + code + "/priekslikumi/" + one.receipt());
    }

    private String names(Collection<String> codes, @Nullable LocalDate on) {
        return codes.stream()
                .map(code -> places.lookUp(code)
                        .map(place -> on == null ? place.name(LATVIAN) : place.nameOn(on, LATVIAN))
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : Riga.dayOf(instant);
    }

    /** Where the rows go. */
    interface Target {
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    private interface Shape {
        List<List<? extends @Nullable Object>> of(List<ProposalView> found, Map<UUID, Consultation> about);
    }

    private interface Source {
        List<ProposalView> after(UUID id, int limit);
    }

    /** What there is; each field is explained by {@code portal.data.field.<name>}. */
    enum DataSet {
        CONSULTATIONS(
                "apspriesanas",
                "code",
                "title",
                "documentType",
                "status",
                "opensOn",
                "closesOn",
                "municipalities",
                "municipalityNames",
                "partnerships",
                "topics",
                "proposals",
                "positionDeliveredOn",
                "answersPublishedOn",
                "sample",
                "page"),
        PROPOSALS(
                "priekslikumi",
                "receipt",
                "number",
                "consultation",
                "title",
                "text",
                "topic",
                "municipality",
                "municipalityName",
                "place",
                "placeName",
                "status",
                "registeredOn",
                "forwardedOn",
                "section",
                "sectionTitle",
                "draftPage",
                "mergedInto",
                "mergedHere",
                "splitFrom",
                "part",
                "parts",
                "landedIn",
                "landedLink",
                "page"),
        ANSWERS(
                "atbildes",
                "receipt",
                "number",
                "consultation",
                "municipality",
                "municipalityName",
                "outcome",
                "route",
                "rationale",
                "forwardedOn",
                "dueOn",
                "answeredOn",
                "publishedOn",
                "page");

        private final String word;
        private final List<String> fields;

        DataSet(String word, String... fields) {
            this.word = word;
            this.fields = List.of(fields);
        }

        /** As the address says it. */
        public String word() {
            return word;
        }

        public List<String> fields() {
            return fields;
        }
    }
}
