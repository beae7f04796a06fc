package lv.varu.consultation.position;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.Consultations;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff note the message with which they sent the position where our letters do not reach. */
@Component
class EAddressScreen implements TaskScreen<EAddressScreen.Form> {
    private static final List<Delivery.Manner> MANNERS =
            List.of(Delivery.Manner.E_ADDRESS, Delivery.Manner.PORTAL, Delivery.Manner.OTHER);

    private final Consultations consultations;
    private final PositionDelivery delivery;
    private final ConsultationNames names;
    private final Clock clock;

    EAddressScreen(Consultations consultations, PositionDelivery delivery, ConsultationNames names, Clock clock) {
        this.consultations = consultations;
        this.delivery = delivery;
        this.names = names;
        this.clock = clock;
    }

    /** What staff note. */
    record Form(
            Delivery.@Nullable @NotNull(message = "{consultation.e-address.manner.missing}") Manner manner,

            @NotBlank(message = "{consultation.e-address.number.missing}")
            @Size(max = 200, message = "{consultation.text.long}")
            String number,

            @Nullable
            @NotNull(message = "{consultation.e-address.day.missing}")
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate sentOn,

            @Nullable
            @NotNull(message = "{consultation.e-address.time.missing}")
            @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
            LocalTime sentAt) {
        Form {
            number = Objects.requireNonNullElse(number, "").strip();
        }

        @Nullable
        Instant moment() {
            return sentOn == null || sentAt == null
                    ? null
                    : sentOn.atTime(sentAt).atZone(Riga.ZONE).toInstant();
        }
    }

    @Override
    public String formKey() {
        return "consultation/e-address";
    }

    @Override
    public String template() {
        return "consultation/e-address";
    }

    @Override
    public Form form(OpenTask task) {
        var usual = "LATVIJA".equals(task.detail()) ? Delivery.Manner.PORTAL : Delivery.Manner.E_ADDRESS;
        return new Form(usual, "", Riga.today(clock), null);
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultations.get(UUID.fromString(task.caseKey().id()));
        return Map.of(
                "consultation",
                consultation,
                "host",
                names.host(host(task), consultation, LocaleContextHolder.getLocale()),
                "manners",
                MANNERS);
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        if (form.manner() != null && !MANNERS.contains(form.manner())) {
            errors.rejectValue("manner", "consultation.e-address.manner.missing");
        }
        var moment = form.moment();
        if (moment != null && moment.isAfter(clock.instant())) {
            errors.rejectValue("sentOn", "consultation.e-address.future");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        delivery.sent(
                UUID.fromString(task.caseKey().id()),
                host(task),
                Objects.requireNonNull(form.manner()),
                form.number(),
                Objects.requireNonNull(form.moment()),
                by.name());
        return Map.of();
    }

    private static String host(OpenTask task) {
        return Objects.requireNonNull(task.detail());
    }
}
