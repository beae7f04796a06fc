package lv.varu.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Accounts extends JpaRepository<Account, UUID> {
    Optional<Account> findByEmail(String canonicalEmail);

    boolean existsByEmail(String canonicalEmail);

    @Query("from Account where partnership = :partnership and role in :roles and disabledAt is null order by name, id")
    List<Account> activeOf(String partnership, Collection<Role> roles);

    @Query("from Account where role in :roles and disabledAt is null order by name, id")
    List<Account> activeWith(Collection<Role> roles);

    @Query("select count(*) from Account where role = :role and disabledAt is null")
    long countActive(Role role);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Account where role = :role and disabledAt is null order by id")
    List<Account> lockActive(Role role);

    @Query("from Account where lower(name) like :pattern escape '!' or email like :pattern escape '!'")
    Page<Account> search(String pattern, Pageable pageable);
}
