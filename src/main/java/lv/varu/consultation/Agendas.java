package lv.varu.consultation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What general meetings are asked about consultations, and what they decided; pages ask as {@code @agendas}. */
@Component
@Transactional
public class Agendas {
    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final Trail trail;
    private final Clock clock;

    Agendas(JdbcClient jdbc, Consultations consultations, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.consultations = consultations;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public @Nullable Agenda of(UUID consultation) {
        return jdbc.sql("select meets_on, item, decision from consultation_agenda where consultation_id = ?")
                .param(consultation)
                .query((row, number) -> new Agenda(
                        row.getObject("meets_on", LocalDate.class), row.getString("item"), row.getString("decision")))
                .optional()
                .orElse(null);
    }

    /** Conclusions are there once the answers are published. */
    static boolean mayBeSet(Consultation consultation) {
        return consultation.status() == ConsultationStatus.ANSWERED
                || consultation.status() == ConsultationStatus.REPORTED;
    }

    void set(UUID id, Agenda agenda, Person by) {
        var consultation = consultations.get(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        if (!mayBeSet(consultation)) {
            throw new Consultation.WrongStatus(id, consultation.status());
        }
        var before = of(id);
        if (agenda.equals(before)) {
            return;
        }
        jdbc.sql("""
                insert into consultation_agenda (consultation_id, meets_on, item, decision, decided_at)
                values (:id, :meets, :item, :decision, case when :decision::text is null then null else :now end)
                on conflict (consultation_id) do update set meets_on = excluded.meets_on, item = excluded.item,
                    decision = excluded.decision, decided_at = excluded.decided_at""")
                .param("id", id)
                .param("meets", agenda.meetsOn())
                .param("item", agenda.item())
                .param("decision", agenda.decision(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        boolean decided =
                agenda.decision() != null && (before == null || !Objects.equals(agenda.decision(), before.decision()));
        trail.change(
                ConsultationDesk.key(id),
                decided ? "consultation.agenda-decided" : "consultation.agenda-set",
                facts(before),
                facts(agenda));
    }

    private static Map<String, @Nullable Object> facts(@Nullable Agenda agenda) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("meeting", agenda == null ? null : agenda.meetsOn().toString());
        facts.put("text", agenda == null ? null : agenda.item());
        facts.put("decision", agenda == null ? null : agenda.decision());
        return facts;
    }
}
