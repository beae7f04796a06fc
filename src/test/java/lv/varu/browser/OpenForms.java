package lv.varu.browser;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every form that somebody without an account can fill, with a link of their own where the form lies behind one. */
@Component
class OpenForms {
    private static final String WAITING =
            "(select call_id::text from proposal where status = 'FORWARDED' and contact_id::text = holder)";

    private final Links links;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OpenForms(Links links, JdbcClient jdbc, TransactionTemplate transaction) {
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    List<Place> places() {
        String proposal = jdbc.sql("select c.code || '/priekslikumi/' || p.receipt from proposal p join consultation c"
                        + " on c.id = p.call_id where p.status = 'SCREENED' and c.status = 'OPEN' limit 1")
                .query(String.class)
                .single();
        return List.of(
                new Place("/apspriesanas/PARAUGS-KRASLAVA-IEKRP/priekslikums", null, ""),
                new Place("/apspriesanas/" + proposal + "/atbalstit", null, ""),
                new Place("/jaunumi", null, ""),
                new Place("/priekslikums/saite", null, ""),
                new Place("/privatums/pieprasijums", null, ""),
                new Place("/atbilde/{token}", Link.Purpose.ANSWER_PROPOSALS, WAITING),
                new Place("/atbilde/{token}/kolegim", Link.Purpose.ANSWER_PROPOSALS, WAITING),
                new Place("/atbilde/{token}/vairak-dienu", Link.Purpose.ANSWER_PROPOSALS, WAITING),
                new Place("/palidziba/{token}", Link.Purpose.ANSWER_BROADCAST, ""),
                new Place(
                        "/kastite/{token}",
                        Link.Purpose.EMPTY_BOX,
                        "(select id::text from collection_round where state = 'OPEN')"),
                new Place("/priekslikums/{token}", Link.Purpose.FOLLOW_PROPOSAL, proposals("PUBLISHED")),
                new Place("/priekslikums/{token}/atsaukt", Link.Purpose.FOLLOW_PROPOSAL, proposals("FORWARDED")),
                new Place("/priekslikums/{token}/ielugt", Link.Purpose.FOLLOW_PROPOSAL, proposals("SCREENED")),
                new Place("/priekslikums/{token}/precizet", Link.Purpose.FOLLOW_PROPOSAL, proposals("CLARIFYING")),
                new Place("/priekslikums/{token}/saruna", Link.Purpose.FOLLOW_PROPOSAL, proposals("FORWARDED")),
                new Place(
                        "/ielugums/{token}/nav",
                        Link.Purpose.INVITATION,
                        "(select id::text from consultation where status = 'OPEN')"),
                new Place("/zinas/{token}", Link.Purpose.TELL_PROGRESS, ""));
    }

    private static String proposals(String status) {
        return "(select id::text from proposal where status = '" + status + "')";
    }

    /** No box of the sample waits to be emptied, so one waits once more while the work is done. */
    void whileABoxWaits(Runnable work) {
        List<UUID> emptied = jdbc.sql("update collection_round set state = 'OPEN' where state = 'EMPTIED' returning id")
                .query(UUID.class)
                .list();
        try {
            work.run();
        } finally {
            emptied.forEach(round -> jdbc.sql("update collection_round set state = 'EMPTIED' where id = ?")
                    .param(round)
                    .update());
        }
    }

    /** With a fresh link; whatever happened to earlier ones. */
    String address(Place place) {
        Link.Purpose purpose = place.purpose();
        if (purpose == null) {
            return place.pattern();
        }
        String subjects = place.subjects().isEmpty() ? "" : " and subject in " + place.subjects();
        var known = jdbc.sql("select subject, holder from access_link where purpose = ?" + subjects
                        + " order by revoked_at nulls first, created_at desc limit 1")
                .param(purpose.name())
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .single();
        String token = Objects.requireNonNull(transaction.execute(status ->
                links.issue(purpose, known.get(0), known.get(1), Instant.now().plusSeconds(600))));
        return place.pattern().replace("{token}", token);
    }

    /** @param subjects a query for those with which the page has a form, if not with all */
    record Place(String pattern, Link.@Nullable Purpose purpose, String subjects) {}
}
