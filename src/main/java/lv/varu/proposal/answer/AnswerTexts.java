package lv.varu.proposal.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.Reply;
import lv.varu.proposal.boilerplate.Boilerplate;
import lv.varu.proposal.boilerplate.BoilerplateDesk;
import lv.varu.proposal.boilerplate.Boilerplates;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The standard answers of whoever holds a link for answering. */
@Service
@Transactional
@NamedInterface("shared")
public class AnswerTexts {
    private final AnswerDesk desk;
    private final Boilerplates boilerplates;
    private final BoilerplateDesk keeping;

    AnswerTexts(AnswerDesk desk, Boilerplates boilerplates, BoilerplateDesk keeping) {
        this.desk = desk;
        this.boilerplates = boilerplates;
        this.keeping = keeping;
    }

    /** Those of the contact's municipality and department; when the partnership itself is asked, its own. */
    List<Boilerplate> choices(@Nullable MunicipalContact contact, Call call) {
        return contact == null
                ? boilerplates.ofPartnership(call.lead())
                : boilerplates.forDepartment(
                        contact.municipality(), contact.department().name());
    }

    /** Empty unless it is one of {@link #choices}. */
    Optional<Boilerplate> find(String token, @Nullable String id) {
        var asked = desk.asked(token);
        return choices(asked.contact(), asked.call()).stream()
                .filter(boilerplate -> boilerplate.id().toString().equals(id))
                .findFirst();
    }

    /** Keeps drafts; nothing is sent. */
    public void fill(String token, Map<UUID, Reply> replies, @Nullable UUID boilerplate) {
        if (replies.isEmpty()) {
            return;
        }
        desk.save(token, replies);
        if (boilerplate != null) {
            boilerplates.begin(replies.keySet(), boilerplate);
        }
    }

    void keep(String token, String title, String text) {
        var asked = desk.asked(token);
        MunicipalContact contact = asked.contact();
        keeping.add(
                contact == null
                        ? new BoilerplateDesk.Entry(asked.call().lead(), null, null, title, text)
                        : new BoilerplateDesk.Entry(
                                null,
                                contact.municipality(),
                                contact.department().name(),
                                title,
                                text),
                contact == null ? asked.call().lead() : contact.name());
    }
}
