package lv.varu.project;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A proposal to erase as a case with a trail: the proof. */
@Component
class RetentionCases implements CaseTitles, CaseAccess {
    private final RetentionRounds rounds;
    private final MessageSource messages;

    RetentionCases(RetentionRounds rounds, MessageSource messages) {
        this.rounds = rounds;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return RetentionRound.KIND;
    }

    @Override
    public String titleOf(String id) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("retention.title", null, locale);
    }

    @Override
    public Optional<String> pageOf(String id) {
        return Optional.of("/darbs/glabasana/" + id);
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return rounds.find(UUID.fromString(key.id()))
                .filter(round -> person.manages(round.partnership()))
                .isPresent();
    }
}
