package lv.varu.proposal.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.directory.ContactDetails;
import lv.varu.directory.Contacts;
import lv.varu.directory.DirectoryDesk;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.ProposalNotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A municipal contact passes proposals on to a colleague; the day by which to answer stays. */
@Service
@Transactional
class PassingOn {
    private final AnswerDesk answers;
    private final AnswerTurns turns;
    private final Contacts contacts;
    private final DirectoryDesk directory;

    PassingOn(AnswerDesk answers, AnswerTurns turns, Contacts contacts, DirectoryDesk directory) {
        this.answers = answers;
        this.turns = turns;
        this.contacts = contacts;
        this.directory = directory;
    }

    /** Names by id, of everybody else in the municipality. */
    @Transactional(readOnly = true)
    public Map<String, String> colleagues(MunicipalContact contact) {
        Map<String, String> names = new LinkedHashMap<>();
        contacts.of(contact.municipality()).stream()
                .filter(other -> !other.id().equals(contact.id()))
                .forEach(other -> names.put(
                        other.id().toString(),
                        other.position() == null ? other.name() : other.name() + ", " + other.position()));
        return names;
    }

    static String domainOf(MunicipalContact contact) {
        return contact.email().substring(contact.email().indexOf('@') + 1);
    }

    /** @return the name of the colleague who has them now */
    String passOn(String token, PassOnForm form) {
        var asked = answers.asked(token);
        MunicipalContact from = asked.contact();
        if (from == null) {
            throw new ProposalNotFound(token);
        }
        MunicipalContact to = form.isNew() ? found(form, from) : known(form, from);
        Set<UUID> chosen = form.chosen();
        chosen.forEach(id -> turns.passOn(answers.required(token, id), from, to, form.cleanRemark()));
        return to.name();
    }

    private MunicipalContact known(PassOnForm form, MunicipalContact from) {
        UUID id = UUID.fromString(form.colleague() == null ? "" : form.colleague());
        return contacts.find(id)
                .filter(contact -> contact.municipality().equals(from.municipality()))
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    /** Somebody not in the directory comes into it, in the department of whoever named them. */
    private MunicipalContact found(PassOnForm form, MunicipalContact from) {
        return contacts.findByEmail(form.cleanEmail())
                .filter(contact -> contact.municipality().equals(from.municipality()))
                .orElseGet(() -> {
                    UUID id = directory.addContact(new ContactDetails(
                            from.municipality(),
                            from.department(),
                            form.cleanName(),
                            null,
                            form.cleanEmail(),
                            null,
                            Set.of(),
                            from.manager(),
                            from.language()));
                    return contacts.find(id).orElseThrow(() -> new ProposalNotFound(id));
                });
    }
}
