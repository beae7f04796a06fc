package lv.varu.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database while somebody asks; otherwise connections are as they come. */
public class Statements implements BeanPostProcessor {
    private static volatile @Nullable Count count;

    /** What one thread did between {@link #begin} and {@link #end}. */
    static final class Count {
        private final Thread thread = Thread.currentThread();
        final AtomicLong statements = new AtomicLong();
        final AtomicLong trips = new AtomicLong();
        final AtomicLong commits = new AtomicLong();
        final AtomicLong nanos = new AtomicLong();
        final Map<String, Text> texts = new TreeMap<>();

        private void executed(String sql, long times, long took) {
            statements.addAndGet(times);
            trips.incrementAndGet();
            nanos.addAndGet(took);
            texts.computeIfAbsent(sql.replaceAll("\\s+", " ").strip(), ignored -> new Text())
                    .add(times, took);
        }
    }

    /** All executions of one statement. */
    static final class Text {
        private long times;
        private long nanos;

        private void add(long more, long took) {
            times += more;
            nanos += took;
        }

        /** How often and how long, for each of so many lives. */
        Map<String, Double> each(int lives) {
            return Map.of("times", (double) times / lives, "micros", nanos / 1e3 / lives);
        }
    }

    static void counting(Count counter, Runnable work) {
        count = counter;
        try {
            work.run();
        } finally {
            count = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
    }

    static DataSource counting(DataSource source) {
        return new Counting(source);
    }

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = obtainTargetDataSource().getConnection();
            var counted = count;
            return counted != null && counted.thread == Thread.currentThread()
                    ? counting(connection, counted)
                    : connection;
        }

        private static Connection counting(Connection connection, Count count) {
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        long begun = System.nanoTime();
                        Object result = call(connection, method, arguments);
                        if (method.getName().equals("commit")) {
                            count.commits.incrementAndGet();
                            count.executed("commit", 0, System.nanoTime() - begun);
                        }
                        return result instanceof PreparedStatement statement
                                        && method.getName().equals("prepareStatement")
                                ? counting(statement, (String) arguments[0], count)
                                : result;
                    });
        }

        private static PreparedStatement counting(PreparedStatement statement, String sql, Count count) {
            var batched = new AtomicLong();
            return (PreparedStatement) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (proxy, method, arguments) -> {
                        long begun = System.nanoTime();
                        Object result = call(statement, method, arguments);
                        long took = System.nanoTime() - begun;
                        switch (method.getName()) {
                            case "addBatch" -> batched.incrementAndGet();
                            case "executeBatch", "executeLargeBatch" -> count.executed(sql, batched.getAndSet(0), took);
                            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                                count.executed(sql, 1, took);
                            default -> {
                                // asks the server nothing
                            }
                        }
                        return result;
                    });
        }

        private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
