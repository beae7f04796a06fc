package lv.varu.directory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Counts the statements that our own code sends from this thread while it is open, whether through JDBC or JPA. */
class Statements implements AutoCloseable {
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // An event learns the name of its thread when it is first asked for it; later that would be ours.
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };
    private final String thread = Thread.currentThread().getName();
    private final List<Logger> loggers =
            List.of((Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate"), (Logger)
                    LoggerFactory.getLogger("org.hibernate.SQL"));

    Statements() {
        heard.start();
        for (var logger : loggers) {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        }
    }

    /** In the order in which they were sent. */
    List<String> sent() {
        // Other threads (schedules, another test's program) log through the same loggers.
        return List.copyOf(heard.list).stream()
                .filter(event -> event.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("select "))
                .filter(message -> !message.contains("SPRING_SESSION"))
                .toList();
    }

    @Override
    public void close() {
        for (var logger : loggers) {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
    }
}
