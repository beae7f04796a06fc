package lv.varu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;

/** The limit: one row and its commit. */
final class PlainContender implements Contender {
    private final HikariDataSource pool;

    PlainContender(Database database) {
        database.execute(
                "create table if not exists plain (id uuid primary key, partnership text not null, text text not null)");
        pool = database.pool();
    }

    @Override
    public UUID start() {
        var id = UUID.randomUUID();
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement("insert into plain values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, "PREILI");
            insert.setString(3, "Bērni katru rītu šķērso Rīgas ielu vietā, kur pārejas nav.");
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void confirm(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void screen(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void answer(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void list(int group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void timers(boolean running) {
        // it has none
    }

    @Override
    public void close() {
        pool.close();
    }
}
