package lv.varu.suggestion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.suggestion.BoxDetails.Keeper;
import org.jspecify.annotations.Nullable;

/** A box for suggestions in a parish. */
@Entity
class SuggestionBox {
    static final String KIND = "box";
    static final String CODE = "KASTITE-";
    private static final int CODE_LETTERS = 8;

    @Id
    private UUID id;

    @Version
    private int version;

    private String code;
    private String partnership;
    private String place;
    private String spot;
    private @Nullable String keeperName;
    private @Nullable String keeperEmail;
    private @Nullable String keeperPhone;
    private String keeperLanguage;
    private int every;

    @Enumerated(EnumType.STRING)
    private Schedule.Unit unit;

    private int weekday;
    private boolean active;
    private LocalDate nextOn;
    private Instant registeredAt;

    protected SuggestionBox() {}

    SuggestionBox(UUID id, String partnership, BoxDetails details, LocalDate today, Instant now) {
        this.id = id;
        this.partnership = partnership;
        code = CODE + id.toString().substring(0, CODE_LETTERS).toUpperCase(Locale.ROOT);
        active = true;
        registeredAt = now;
        set(details);
        nextOn = details.schedule().first(today);
    }

    /** A new schedule counts from today. */
    void take(BoxDetails details, LocalDate today) {
        boolean sameSchedule = schedule().equals(details.schedule());
        set(details);
        if (!sameSchedule) {
            nextOn = details.schedule().first(today);
        }
    }

    private void set(BoxDetails details) {
        place = details.place();
        spot = details.spot();
        Keeper keeper = details.keeper();
        keeperName = keeper == null ? null : keeper.name();
        keeperEmail = keeper == null ? null : keeper.email();
        keeperPhone = keeper == null ? null : keeper.phone();
        keeperLanguage = keeper == null ? "lv" : keeper.language();
        every = details.schedule().every();
        unit = details.schedule().unit();
        weekday = details.schedule().weekday().getValue();
    }

    void activate(boolean active, LocalDate today) {
        if (active && !this.active) {
            nextOn = schedule().first(today);
        }
        this.active = active;
    }

    /** A round has begun; the next one follows the schedule. */
    void begun(LocalDate today) {
        nextOn = schedule().after(today);
    }

    void forgetKeeper() {
        keeperName = null;
        keeperEmail = null;
        keeperPhone = null;
    }

    BoxDetails details() {
        return new BoxDetails(place, spot, keeper(), schedule());
    }

    @Nullable
    Keeper keeper() {
        return keeperName == null || keeperEmail == null
                ? null
                : new Keeper(keeperName, keeperEmail, keeperPhone, keeperLanguage);
    }

    Schedule schedule() {
        return new Schedule(every, unit, DayOfWeek.of(weekday));
    }

    CaseKey key() {
        return CaseKey.of(KIND, id);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String code() {
        return code;
    }

    String partnership() {
        return partnership;
    }

    String place() {
        return place;
    }

    String spot() {
        return spot;
    }

    boolean active() {
        return active;
    }

    LocalDate nextOn() {
        return nextOn;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
