package lv.varu.proposal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lv.varu.VaruTest;
import lv.varu.proposal.Call;
import lv.varu.proposal.Intake;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalFilter;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff and the public find by words, and from which moment on. */
@VaruTest
class WordIndexingTest {
    private static final PageRequest PAGE = PageRequest.of(0, 20);

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    Intake intake;

    @Autowired
    WordIndexing indexing;

    @Autowired
    WordIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Call call;
    UUID id;

    @BeforeEach
    void screenOne() {
        call = journey.open("PREILI");
        id = journey.screened(call, "Laternas pie skolas").proposalId();
        indexing.catchUp();
    }

    @Test
    void findsEveryFormOfAWordAndTheBeginningOfTheLastOne() {
        for (String typed : List.of("laternu", "SKOLĀ", "skolenu autobusi", "tumsa lat")) {
            assertThat(publicly(typed)).as(typed).containsExactly(id);
            assertThat(byStaff(typed)).as(typed).containsExactly(id);
        }
        for (String typed : List.of("laternas tilts", "lat tumsa", "un", "…")) {
            assertThat(byStaff(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void findsByNumberAndReceiptAtOnce() {
        jdbc.sql("update proposal_found set words = null where proposal_id = ?")
                .param(id)
                .update();
        ProposalView view = book.find(id).orElseThrow();
        assertThat(publicly(view.receipt().toLowerCase(Locale.ROOT))).containsExactly(id);
        assertThat(byStaff(Objects.toString(view.number()))).containsExactly(id);
        assertThat(byStaff("laternas")).isEmpty();
    }

    @Test
    void tellsTheNameToStaffAlone() {
        assertThat(byStaff("Anna Ozol")).containsExactly(id);
        assertThat(publicly("Anna Ozol")).isEmpty();
        assertThat(publicly("-anna")).isEmpty();
    }

    @Test
    void findsInItsOwnConsultationAndPartnershipAlone() {
        assertThat(book.publicOf(journey.open("PREILI").id(), asked("laternas"), PAGE))
                .isEmpty();
        assertThat(book.list("KRASLAVA", asked("laternas"), PAGE)).isEmpty();
    }

    @Test
    void hidesAPassageFromThatMomentOn() {
        jdbc.sql("update proposal set hidden = '[{\"passage\": \"divas laternas\"}]' where id = ?")
                .param(id)
                .update();
        assertThat(publicly("divas")).isEmpty();

        indexing.catchUp();
        assertThat(publicly("divas")).isEmpty();
        assertThat(publicly("autobuss")).containsExactly(id);
        assertThat(byStaff("divas")).containsExactly(id);
    }

    @Test
    void forgetsWhoeverIsErased() {
        transaction.executeWithoutResult(status -> intake.erase(id));
        assertThat(words()).isNull();

        indexing.catchUp();
        assertThat(byStaff("Ozoliņa")).isEmpty();
        assertThat(byStaff("laternas")).containsExactly(id);
        assertThat(words()).doesNotContain("ozol");
    }

    @Test
    void forgetsTheSubmitterOfThePartsToo() {
        UUID part = journey.screened(call, "Daļa").proposalId();
        jdbc.sql("update proposal set split_from = ?, part = 1 where id = ?")
                .params(id, part)
                .update();
        indexing.catchUp();
        assertThat(byStaff("daļa Ozoliņa")).containsExactly(part);

        transaction.executeWithoutResult(status -> intake.erase(id));
        indexing.catchUp();
        assertThat(byStaff("daļa Ozoliņa")).isEmpty();
        assertThat(byStaff("daļa")).containsExactly(part);
    }

    @Test
    void forgetsATextThatIsErased() {
        jdbc.sql("update proposal set title = '', text = '' where id = ?")
                .param(id)
                .update();
        assertThat(words()).isNull();
        indexing.catchUp();
        assertThat(words()).doesNotContain("latern").doesNotContain("autobus");
    }

    @Test
    void leavesAChangeOfStateAlone() {
        String before = words();
        jdbc.sql("update proposal set status = 'FORWARDED', due_on = current_date where id = ?")
                .param(id)
                .update();
        assertThat(words()).isEqualTo(before).isNotNull();
    }

    @Test
    void readsWhatWasThereBeforeTheIndex() {
        jdbc.sql("delete from proposal_found where proposal_id = ?").param(id).update();
        assertThat(byStaff("laternas")).isEmpty();
        indexing.fill();
        assertThat(byStaff("laternas")).containsExactly(id);
    }

    @Test
    void neverWritesWhatWasReadBeforeAChange() throws Exception {
        jdbc.sql("update proposal_found set words = null where proposal_id = ?")
                .param(id)
                .update();
        var changed = new CompletableFuture<Integer>();
        transaction.executeWithoutResult(status -> {
            assertThat(index.take(100)).contains(id);
            changed.completeAsync(() -> jdbc.sql("update proposal set title = 'Tilts', text = 'Tilts' where id = ?")
                    .param(id)
                    .update());
            awaitSomebodyWaiting();
            index.put(index.read(List.of(id)));
        });
        changed.get(10, TimeUnit.SECONDS);
        assertThat(words()).isNull();
        indexing.catchUp();
        assertThat(byStaff("tilts")).containsExactly(id);
        assertThat(byStaff("laternas")).isEmpty();
    }

    private void awaitSomebodyWaiting() {
        for (int i = 0; i < 200; i++) {
            if (jdbc.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("The change did not wait");
    }

    private @Nullable String words() {
        return jdbc.sql("select words::text from proposal_found where proposal_id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private List<UUID> publicly(String typed) {
        return book.publicOf(call.id(), asked(typed), PAGE)
                .map(ProposalView::id)
                .getContent();
    }

    private List<UUID> byStaff(String typed) {
        return book.list("PREILI", asked(typed), PAGE).map(ProposalView::id).getContent();
    }

    private ProposalFilter asked(String typed) {
        return new ProposalFilter(typed, call.id(), null, null, null, null, false);
    }
}
