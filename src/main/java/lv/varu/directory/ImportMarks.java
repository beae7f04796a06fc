package lv.varu.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what entries were before an import touched them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ImportMarks {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportMarks(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param version of the entry after the import; when it is another one, people have worked with it since */
    void set(UUID subject, int version, @Nullable Object before) {
        jdbc.sql("insert into directory_import (subject, version, before) values (?, ?, ?::jsonb)"
                        + " on conflict (subject) do update set version = excluded.version, before = excluded.before")
                .params(Arrays.asList(subject, version, before == null ? null : write(before)))
                .update();
    }

    <T> Optional<Mark<T>> take(UUID subject, Class<T> type) {
        var found = jdbc.sql("delete from directory_import where subject = ? returning version, before")
                .param(subject)
                .query((row, number) -> new Mark<>(row.getInt(1), read(row.getString(2), type)))
                .optional();
        return found;
    }

    private String write(Object before) {
        try {
            return json.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> @Nullable T read(@Nullable String before, Class<T> type) {
        try {
            return before == null ? null : json.readValue(before, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Mark<T>(int version, @Nullable T before) {}
}
