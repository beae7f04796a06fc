package lv.varu.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of everybody, as the database itself describes them. */
class Schema {
    private static final String OURS = " relnamespace = current_schema()::regnamespace and relkind = 'r'";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** Columns of each table but those that the database computes. */
    Map<String, List<String>> tables() throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select relname, array_agg(attname::text order by attnum)"
                        + " from pg_class join pg_attribute on attrelid = pg_class.oid"
                        + " where attnum > 0 and not attisdropped and attgenerated = '' and" + OURS
                        + " group by relname order by relname")) {
            while (row.next()) {
                tables.put(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray()));
            }
        }
        return tables;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = current_schema() order by sequencename")) {
            while (row.next()) {
                sequences.add(new Manifest.Sequence(row.getString(1), row.getObject(2, Long.class)));
            }
        }
        return sequences;
    }

    /** Statements that take every foreign key away. */
    List<String> dropForeignKeys() throws SQLException {
        return texts("select format('alter table %I drop constraint %I', relname, conname) " + FOREIGN_KEYS);
    }

    /** Statements that bring them back, and so check what was loaded meanwhile. */
    List<String> addForeignKeys() throws SQLException {
        return texts("select format('alter table %I add constraint %I %s', relname, conname,"
                + " pg_get_constraintdef(pg_constraint.oid)) " + FOREIGN_KEYS);
    }

    private static final String FOREIGN_KEYS =
            "from pg_constraint join pg_class on pg_class.oid = conrelid where contype = 'f' and" + OURS;

    List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Schema::quoted).collect(Collectors.joining(", "));
    }

    /** Text of one meaning, whatever server wrote it. */
    void speakPlainly() throws SQLException {
        execute("set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';"
                + " set local bytea_output = 'hex'; set local timezone = 'UTC'");
    }
}
