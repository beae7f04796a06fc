package lv.varu.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dated names of places and of partnerships: two tables of one shape. */
enum StoredNames {
    PLACE("place"),
    PARTNERSHIP("partnership");

    private final String owner;

    StoredNames(String owner) {
        this.owner = owner;
    }

    static DatedName read(ResultSet row) throws SQLException {
        return new DatedName(
                row.getString("lv"),
                row.getString("en"),
                row.getString("genitive"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    void replace(JdbcClient jdbc, String code, List<DatedName> names) {
        jdbc.sql("delete from %1$s_name where %1$s = ?".formatted(owner))
                .param(code)
                .update();
        var position = 0;
        for (var name : names.stream().sorted(DatedName.BY_TIME).toList()) {
            jdbc.sql(
                            "insert into %1$s_name (%1$s, position, lv, en, genitive, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?)"
                                    .formatted(owner))
                    .params(code, position++, name.lv(), name.en(), name.genitive(), name.from(), name.to())
                    .update();
        }
    }
}
