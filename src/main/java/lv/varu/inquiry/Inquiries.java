package lv.varu.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.varu.inquiry.Inquiry.State;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Inquiries extends JpaRepository<Inquiry, UUID> {

    @Query("""
            from Inquiry where state in :states and (lower(coalesce(name, '')) like :pattern escape '!'
                or email like :pattern escape '!') order by dueOn, createdAt, id
            """)
    Page<Inquiry> byDueDay(Collection<State> states, String pattern, Pageable page);

    @Query("""
            from Inquiry where state in :states and (lower(coalesce(name, '')) like :pattern escape '!'
                or email like :pattern escape '!') order by createdAt desc, id
            """)
    Page<Inquiry> byArrival(Collection<State> states, String pattern, Pageable page);

    @Query("select i.state as state, count(i) as amount from Inquiry i group by i.state")
    List<Count> counts();

    @Query("from Inquiry where state = 'OPEN' and dueOn <= :day order by dueOn, id")
    List<Inquiry> dueBy(LocalDate day);

    @Query("from Inquiry where email = :email order by createdAt desc, id")
    List<Inquiry> of(String email);

    @Query("select count(i) > 0 from Inquiry i where i.email = :email and i.wish = :wish and i.state = 'UNCONFIRMED'"
            + " and i.createdAt > :since")
    boolean askedSince(String email, Wish wish, Instant since);

    @Query("from Inquiry where state = 'UNCONFIRMED' and confirmBy < :before"
            + " or state = 'ANSWERED' and answeredAt < :answeredBefore")
    List<Inquiry> outdated(Instant before, Instant answeredBefore);

    /** How many there are in a state. */
    interface Count {
        State getState();

        long getAmount();
    }
}
