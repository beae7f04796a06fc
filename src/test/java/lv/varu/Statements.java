package lv.varu;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts the statements that a thread prepares; otherwise it is not there. */
@Component
public class Statements implements BeanPostProcessor {
    private static final ThreadLocal<AtomicLong> COUNT = new ThreadLocal<>();

    /** How many statements the work prepares in this thread. */
    public static long of(Work work) throws Exception {
        start();
        try {
            work.run();
            return COUNT.get().get();
        } finally {
            stop();
        }
    }

    public static void start() {
        COUNT.set(new AtomicLong());
    }

    public static long stop() {
        long counted = COUNT.get().get();
        COUNT.remove();
        return counted;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private static class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection =
                    Objects.requireNonNull(getTargetDataSource()).getConnection();
            return COUNT.get() == null ? connection : counting(connection);
        }

        private static Connection counting(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && COUNT.get() != null) {
                            COUNT.get().incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** Something that talks to the database. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
