package lv.varu.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.spreadsheet.SheetDates;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A small kind of table: names that belong to a partnership. */
@Component
class Names implements Importer {
    static final String KIND = "vardi";
    static final String BREAKS = "Pārtrauc";
    static final String TAKEN = "Aizņemts";

    /** As if the database could not be reached in the middle of the work. */
    boolean broken;

    private final JdbcClient jdbc;

    Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists import_example (id uuid primary key, run uuid, name text not null unique)")
                .update();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.needed("name", "Vārds, uzvārds"), Field.optional("born"));
    }

    @Override
    public Optional<Destination> destination(String id, Person by) {
        if (!by.worksFor(id)) {
            throw new NotAllowed();
        }
        return id.startsWith("NAV") ? Optional.empty() : Optional.of(new Destination(id, "Vārdi " + id, "/darbs"));
    }

    @Override
    public Course begin(Order order) {
        return new Course() {
            @Override
            public List<Fault> check(Row row) {
                String born = row.text("born");
                return born == null || SheetDates.parse(born).isPresent()
                        ? List.of()
                        : List.of(Fault.in("born", "importing.vardi.fault.born", born));
            }

            @Override
            public UUID take(Row row) {
                if (broken) {
                    throw new TransientDataAccessResourceException("broken");
                }
                String name = Objects.requireNonNull(row.text("name"));
                if (name.equals(TAKEN)) {
                    throw new RowRefused(List.of(Fault.in("name", "importing.vardi.fault.taken")));
                }
                UUID id = UUID.randomUUID();
                jdbc.sql("insert into import_example values (?, ?, ?)")
                        .params(id, order.run(), name.equals(BREAKS) ? null : name + " " + order.run())
                        .update();
                return id;
            }
        };
    }

    @Override
    public boolean canUndo() {
        return true;
    }

    @Override
    public boolean undo(UUID subject, Person by) {
        return jdbc.sql("delete from import_example where id = ? and name not like 'Paliek%'")
                        .param(subject)
                        .update()
                == 1;
    }

    long count(UUID run) {
        return jdbc.sql("select count(*) from import_example where run = ?")
                .param(run)
                .query(Long.class)
                .single();
    }
}
