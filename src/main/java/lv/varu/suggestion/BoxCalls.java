package lv.varu.suggestion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.calendar.Riga;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Each box calls for proposals all the time: what was in it goes on as soon as it is screened. */
@Component
class BoxCalls implements CallSource {
    private static final String DOCUMENT_TYPE = "OTHER";
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final SuggestionBoxes boxes;
    private final Places places;
    private final MessageSource messages;

    BoxCalls(SuggestionBoxes boxes, Places places, MessageSource messages) {
        this.boxes = boxes;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public Optional<Call> find(String code) {
        return code.startsWith(SuggestionBox.CODE) ? boxes.findByCode(code).map(this::call) : Optional.empty();
    }

    @Override
    public Optional<Call> find(UUID id) {
        return boxes.findById(id).map(this::call);
    }

    @Override
    public Map<UUID, Call> find(Collection<UUID> ids) {
        return boxes.findAllById(ids).stream().collect(Collectors.toMap(SuggestionBox::id, this::call));
    }

    /** A box never closes. */
    @Override
    public void hold(UUID id) {}

    private Call call(SuggestionBox box) {
        return new Call(
                box.id(),
                box.code(),
                title(box, LATVIAN),
                title(box, Locale.ENGLISH),
                true,
                Riga.startOf(Riga.dayOf(box.registeredAt())),
                null,
                null,
                places.municipalityOf(box.place()).map(Place::code).stream().toList(),
                List.of(),
                List.of(box.partnership()),
                null,
                null,
                DOCUMENT_TYPE,
                true,
                false,
                false);
    }

    private String title(SuggestionBox box, Locale locale) {
        return messages.getMessage("suggestion.box.title", new Object[] {places.fullName(box.place(), locale)}, locale);
    }
}
