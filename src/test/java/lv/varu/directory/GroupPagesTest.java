package lv.varu.directory;

import static lv.varu.directory.DirectoryExamples.KRASLAVA_STAFF;
import static lv.varu.directory.DirectoryExamples.PREILI_STAFF;
import static lv.varu.directory.DirectoryExamples.as;
import static lv.varu.directory.DirectoryExamples.organisation;
import static lv.varu.directory.DirectoryExamples.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class GroupPagesTest {
    private static final String GROUPS = "/darbs/organizaciju-grupas";

    @Autowired
    MockMvc mvc;

    @Autowired
    DirectoryDesk directory;

    @Autowired
    Organisations organisations;

    @Autowired
    Groups groups;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void keepsAGroupFromItsFirstMemberToItsEnd() throws Exception {
        var word = unique("grupai");
        var one = directory.register(organisation("Pirmā " + word, word + "1@biedriba.example"));
        var two = directory.register(organisation("Otrā " + word, null));
        var id = create("Jaunieši " + word);
        see(GROUPS + "/" + id + "/pievienot?q=" + word)
                .andExpect(content()
                        .string(allOf(containsString("Pirmā " + word), containsString("Pievienot visas 2 atrastās"))));
        send(post(GROUPS + "/" + id + "/pievienot").param("q", word).param("visas", "true"))
                .andExpect(redirectedUrl(GROUPS + "/" + id));
        assertThat(groups.find(id).orElseThrow().members()).isEqualTo(2);
        assertThat(groups.find(id).orElseThrow().reachable()).isEqualTo(1);

        send(post(GROUPS + "/" + id + "/iznemt").param("organizacija", two.toString()));
        see(GROUPS + "/" + id)
                .andExpect(
                        content().string(allOf(containsString("Pirmā " + word), not(containsString("Otrā " + word)))));
        send(post(GROUPS + "/" + id + "/labot")
                        .param("id", id.toString())
                        .param("version", "0")
                        .param("name", "Jaunie " + word)
                        .param("partnership", "KRASLAVA"))
                .andExpect(redirectedUrl(GROUPS + "/" + id));
        see(GROUPS + "?q=jaunie " + word).andExpect(content().string(containsString("Jaunie " + word)));
        see(GROUPS + "/" + id + "/dzest").andExpect(content().string(containsString("Organizācijas paliks katalogā")));
        send(post(GROUPS + "/" + id + "/dzest")).andExpect(redirectedUrl(GROUPS));

        assertThat(groups.find(id)).isEmpty();
        assertThat(directoryHas(one)).isTrue();
        assertThat(actions(id))
                .containsExactly(
                        "directory.group.deleted",
                        "directory.group.changed",
                        "directory.group.members-removed",
                        "directory.group.members-added",
                        "directory.group.created");
    }

    @Test
    void refusesASecondGroupOfTheNameAndAnOldVersion() throws Exception {
        var name = "Divreiz " + unique("vards");
        var id = create(name);
        send(post(GROUPS + "/jauna")
                        .param("id", UUID.randomUUID().toString())
                        .param("name", name.toUpperCase(java.util.Locale.ROOT))
                        .param("note", "Paliek ierakstīts")
                        .param("partnership", "KRASLAVA"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Grupa ar šādu nosaukumu jau ir."),
                                containsString("Paliek ierakstīts"))));
        send(post(GROUPS + "/" + id + "/labot")
                        .param("id", id.toString())
                        .param("version", "7")
                        .param("name", name + " citādi")
                        .param("partnership", "KRASLAVA"))
                .andExpect(status().isConflict());
    }

    @Test
    void showsAGroupToItsPartnershipAlone() throws Exception {
        var id = create("Savējie " + unique("tikai"));

        mvc.perform(get(GROUPS + "/" + id).with(as(PREILI_STAFF))).andExpect(status().isForbidden());
        mvc.perform(post(GROUPS + "/" + id + "/dzest").with(csrf()).with(as(PREILI_STAFF)))
                .andExpect(status().isForbidden());
        mvc.perform(get(GROUPS).with(as(PREILI_STAFF))).andExpect(content().string(not(containsString("Savējie"))));
    }

    private boolean directoryHas(UUID organisation) {
        return organisations.find(organisation).isPresent();
    }

    private UUID create(String name) throws Exception {
        var id = UUID.randomUUID();
        send(post(GROUPS + "/jauna")
                        .param("id", id.toString())
                        .param("name", name)
                        .param("partnership", "KRASLAVA"))
                .andExpect(redirectedUrl(GROUPS + "/" + id + "/pievienot"));
        return id;
    }

    private ResultActions see(String path) throws Exception {
        return mvc.perform(get(path).with(as(KRASLAVA_STAFF))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        Person staff = KRASLAVA_STAFF;
        return mvc.perform(request.with(csrf()).with(as(staff)));
    }

    private List<String> actions(UUID id) {
        return transaction.execute(status -> trail.of(GroupDesk.key(id), Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }
}
