package lv.varu.inquiry;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A wish as a case with a trail. */
@Component
class InquiryCases implements CaseTitles, CaseAccess {
    private final Inquiries inquiries;
    private final MessageSource messages;

    InquiryCases(Inquiries inquiries, MessageSource messages) {
        this.inquiries = inquiries;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Inquiry.KIND;
    }

    @Override
    public String titleOf(String id) {
        Locale locale = LocaleContextHolder.getLocale();
        return inquiries
                .findById(UUID.fromString(id))
                .map(inquiry -> messages.getMessage("inquiry.wish." + inquiry.wish(), null, locale))
                .orElseGet(() -> messages.getMessage("audit.kind.inquiry", null, locale));
    }

    @Override
    public Optional<String> pageOf(String id) {
        return inquiries.existsById(UUID.fromString(id))
                ? Optional.of("/darbs/datu-pieprasijumi/" + id)
                : Optional.empty();
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return person.role() != Role.STAFF;
    }
}
