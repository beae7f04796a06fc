package lv.varu.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Consultations as anybody may find them; what cannot be narrowed is given as an empty text. */
interface PublicConsultations extends Repository<Consultation, UUID> {
    String NARROWED = """
             from consultation
            where status = any (string_to_array(:statuses, ',')) and (status <> 'WITHDRAWN' or announced_at is not null)
              and (:places = '' or hosts && string_to_array(:places, ','))
              and lower(translate(concat_ws(' ', title, title_en, summary, summary_en, code),
                    'ĀČĒĢĪĶĻŅŌŖŠŪŽāčēģīķļņōŗšūž', 'ACEGIKLNORSUZacegiklnorsuz'))
                  like all (string_to_array(:patterns, ' '))
            """;

    /** What one can take part in first, then what comes next, then the latest. */
    @Query(nativeQuery = true, value = "select *" + NARROWED + """
            order by case status when 'OPEN' then 0 when 'ANNOUNCED' then 1 else 2 end,
                case status when 'OPEN' then closes_on when 'ANNOUNCED' then opens_on end, closes_on desc, id
            """, countQuery = "select count(*)" + NARROWED)
    Page<Consultation> search(String statuses, String places, String patterns, Pageable page);

    @Query(nativeQuery = true, value = "select status as status, count(*) as amount" + NARROWED + "group by status")
    List<Count> counts(String statuses, String places, String patterns);

    /** How many have a status. */
    interface Count {
        String getStatus();

        long getAmount();
    }
}
