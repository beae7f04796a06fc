package lv.varu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Copies rows of an instance in every runtime table of an engine; making 50,000 by its own calls would take minutes. */
final class OpenTaskCopies {
    private static final List<String> TABLES =
            List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr", "act_ru_actinst");
    private static final Set<String> IDS = Set.of(
            "id_", "proc_inst_id_", "execution_id_", "parent_id_", "root_proc_inst_id_", "task_id_", "var_scope_");

    private final Database database;

    OpenTaskCopies(Database database) {
        this.database = database;
    }

    void make(UUID businessKey, int count) {
        long there = database.number("select count(*) from act_ru_task");
        long missing = count - there;
        if (missing <= 0) {
            return;
        }
        String instance =
                text("select proc_inst_id_ from act_ru_execution where business_key_ = '" + businessKey + "'");
        String copies = " from %s cross join generate_series(" + (there + 1) + ", " + count + ") as n where ";
        List<String> statements = new ArrayList<>();
        // What a copy refers to is copied with it; looking each up would take most of the time.
        statements.add("set session_replication_role = replica");
        for (String table : TABLES) {
            if (exists(table)) {
                statements.add(insert(table) + copies.formatted(table) + "proc_inst_id_ = '" + instance + "'");
            }
        }
        statements.add(insert("act_ru_identitylink") + copies.formatted("act_ru_identitylink")
                + "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '" + instance + "')");
        if (exists("task")) {
            statements.add(insert("task") + copies.formatted("task") + "case_key like '%" + businessKey + "'");
        }
        database.execute(statements.toArray(String[]::new));
    }

    private String insert(String table) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String column : columns(table)) {
            columns.add(column);
            values.add(value(table, column));
        }
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values);
    }

    private static String value(String table, String column) {
        if (table.equals("task")) {
            return switch (column) {
                case "id" -> "gen_random_uuid()";
                case "engine_id" -> "engine_id || '-' || n";
                case "partnership" -> "'P' || n % " + Course.GROUPS;
                case "due_on" -> "due_on + (n % 30)::int";
                default -> column;
            };
        }
        if (IDS.contains(column)) {
            return column + " || '-' || n";
        }
        return switch (column) {
            case "group_id_" -> "'P' || n % " + Course.GROUPS + " || ':STAFF'";
            case "due_date_" -> "coalesce(due_date_, now() at time zone 'UTC') + n % 30 * interval '1 day'";
            default -> column;
        };
    }

    private boolean exists(String table) {
        return database.number("select count(*) from pg_class where relkind = 'r' and relname = '" + table + "'") > 0;
    }

    private List<String> columns(String table) {
        return List.of(text("select string_agg(attname, ',' order by attnum) from pg_attribute where attrelid = '"
                        + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")
                .split(","));
    }

    private String text(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
