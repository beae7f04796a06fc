package lv.varu.commitment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.commitment.CommitmentRows.Row;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.document.DocumentRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a municipal contact does by link. */
@Service
@Transactional
public class ProgressDesk {
    private static final String PARTNERSHIP = "partnership:";

    private final Links links;
    private final CommitmentRows rows;
    private final NewsRows news;
    private final CommitmentDesk desk;
    private final Contacts contacts;
    private final Trail trail;

    ProgressDesk(Links links, CommitmentRows rows, NewsRows news, CommitmentDesk desk, Contacts contacts, Trail trail) {
        this.links = links;
        this.rows = rows;
        this.news = news;
        this.desk = desk;
        this.contacts = contacts;
        this.trail = trail;
    }

    /** Everything that the holder of the link can tell news of; the opening is in the trail of each. */
    Sheet open(String token) {
        Sheet sheet = again(token);
        sheet.promises().forEach(row -> trail.record(Commitment.keyOf(row.id()), "commitment.pageOpened"));
        return sheet;
    }

    /** As {@link #open}, for showing the page again with what was wrong. */
    Sheet again(String token) {
        Link link = links.open(token, Link.Purpose.TELL_PROGRESS);
        UUID contact = contactOf(link);
        List<Row> promises = rows.followed(link.subject(), contact);
        Map<UUID, News> latest = news.latest(promises.stream().map(Row::id).toList());
        return new Sheet(
                link.subject(),
                Optional.ofNullable(contact).flatMap(contacts::find).orElse(null),
                promises,
                latest);
    }

    /**
     * Tells all at once, or nothing.
     *
     * @throws FileRefused naming the promise whose file cannot be taken
     */
    public void tell(String token, Map<UUID, Progress> told) {
        Link link = links.open(token, Link.Purpose.TELL_PROGRESS);
        UUID contact = contactOf(link);
        Set<UUID> allowed = new HashSet<>();
        rows.followed(link.subject(), contact).forEach(row -> allowed.add(row.id()));
        told.forEach((id, progress) -> {
            if (!allowed.contains(id)) {
                throw new CommitmentNotFound(id.toString());
            }
            try {
                desk.reportByContact(id, progress, contact);
            } catch (DocumentRefused refused) {
                throw new FileRefused(id, refused);
            }
        });
    }

    private static @Nullable UUID contactOf(Link link) {
        return link.holder().startsWith(PARTNERSHIP) ? null : UUID.fromString(link.holder());
    }

    /** @param contact nobody in the municipality is known when there is none */
    record Sheet(String partnership, @Nullable MunicipalContact contact, List<Row> promises, Map<UUID, News> latest) {}

    /** Nothing was told, because one file cannot be taken. */
    static class FileRefused extends RuntimeException {
        final UUID commitment;
        final DocumentRefused why;

        FileRefused(UUID commitment, DocumentRefused why) {
            super(why);
            this.commitment = commitment;
            this.why = why;
        }
    }
}
