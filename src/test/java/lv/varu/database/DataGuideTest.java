package lv.varu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code docs/data.md} tells of every table, and of none that is gone. */
@VaruTest
class DataGuideTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsOfEveryTable() throws IOException {
        List<String> told = ROW.matcher(Files.readString(Path.of("docs/data.md")))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results().map((MatchResult name) -> name.group(1)))
                .toList();
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                            and table_name not like 'act\\_%' and table_name not like '%\\_example'""").query(String.class).list();
        assertThat(told).containsExactlyInAnyOrderElementsOf(tables);
    }
}
