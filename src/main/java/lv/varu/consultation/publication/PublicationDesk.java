package lv.varu.consultation.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.Uploads;
import lv.varu.consultation.publication.PublicationForm.Published;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Keeps where a consultation was made known, with proof, besides the channels that are tasks. */
@Component
@Transactional
class PublicationDesk {
    private final Consultations consultations;
    private final Publications publications;
    private final Documents documents;
    private final Trail trail;

    PublicationDesk(Consultations consultations, Publications publications, Documents documents, Trail trail) {
        this.consultations = consultations;
        this.publications = publications;
        this.documents = documents;
        this.trail = trail;
    }

    /** The files that prove it. */
    static CaseKey proofOf(UUID publication) {
        return CaseKey.of("publication", publication);
    }

    @Transactional(readOnly = true)
    public Publication get(UUID consultation, UUID id) {
        return publications
                .findById(id)
                .filter(publication -> publication.consultationId().equals(consultation))
                .orElseThrow(() -> new ConsultationNotFound(id.toString()));
    }

    void add(UUID consultation, Published published, List<MultipartFile> proof, Person by) {
        demandOwner(consultation, by);
        var publication = new Publication(UUID.randomUUID(), consultation, published.channel());
        describe(publication, published, by);
        publications.save(publication);
        Uploads.store(documents, proofOf(publication.id()), proof);
        trail.record(ConsultationDesk.key(consultation), "consultation.published-in-channel", facts(publication));
    }

    void change(UUID consultation, UUID id, Published published, List<MultipartFile> proof, Person by) {
        demandOwner(consultation, by);
        var publication = get(consultation, id);
        var before = facts(publication);
        describe(publication, published, by);
        Uploads.store(documents, proofOf(id), proof);
        if (!before.equals(facts(publication)) || !proof.isEmpty()) {
            trail.change(
                    ConsultationDesk.key(consultation), "consultation.publication-changed", before, facts(publication));
        }
    }

    private static void describe(Publication publication, Published published, Person by) {
        if (publication.publishedOn() == null) {
            publication.published(published.link(), published.on(), by.name());
        }
        publication.describe(
                published.channel(), published.link(), published.on(), published.reach(), published.note());
    }

    /** One that is only planned stays: somebody has the task to publish it. */
    void delete(UUID consultation, UUID id, Person by) {
        demandOwner(consultation, by);
        var publication = get(consultation, id);
        if (publication.publishedOn() == null) {
            return;
        }
        documents.removeAll(proofOf(id));
        publications.delete(publication);
        trail.record(ConsultationDesk.key(consultation), "consultation.publication-deleted", facts(publication));
    }

    @Transactional(readOnly = true)
    public Document proof(UUID consultation, UUID id, UUID file) {
        get(consultation, id);
        return documents
                .find(file)
                .filter(document -> document.owner().equals(proofOf(id)))
                .orElseThrow(() -> new ConsultationNotFound(file.toString()));
    }

    String removeProof(UUID consultation, UUID id, UUID file, Person by) {
        demandOwner(consultation, by);
        var document = proof(consultation, id, file);
        documents.remove(file);
        return document.fileName();
    }

    private void demandOwner(UUID consultation, Person by) {
        ConsultationDesk.demandOwner(consultations.get(consultation).owners(), by);
    }

    private static Map<String, Object> facts(Publication publication) {
        var facts = new HashMap<String, Object>();
        facts.put("channel", publication.channel().name());
        facts.put("link", Objects.toString(publication.link(), ""));
        facts.put("date", Objects.toString(publication.publishedOn(), ""));
        facts.put("reach", Objects.toString(publication.reach(), ""));
        facts.put("note", Objects.toString(publication.note(), ""));
        return facts;
    }
}
