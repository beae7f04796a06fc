package lv.varu.directory;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContactStore extends JpaRepository<MunicipalContact, UUID> {}
