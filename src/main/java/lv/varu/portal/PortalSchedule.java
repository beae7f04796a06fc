package lv.varu.portal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the portal does by itself. */
@Component
class PortalSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PortalSchedule.class);

    private final NewsRound news;
    private final SubscriptionDesk subscriptions;
    private final Indexing indexing;
    private final PortalSettings settings;

    PortalSchedule(NewsRound news, SubscriptionDesk subscriptions, Indexing indexing, PortalSettings settings) {
        this.news = news;
        this.subscriptions = subscriptions;
        this.indexing = indexing;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::tellAll, settings.newsEvery(), settings.newsEvery()));
        registrar.addFixedDelayTask(new FixedDelayTask(this::index, settings.indexEvery(), settings.indexEvery()));
    }

    private void tellAll() {
        try {
            news.look();
            while (news.tell()) {
                log.debug("More subscribers may be waiting");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("News cannot be told, next try in {}", settings.newsEvery(), e);
        }
    }

    private void index() {
        try {
            while (indexing.catchUp() > 0) {
                log.debug("More may have changed");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The search cannot be brought up to date, next try in {}", settings.indexEvery(), e);
        }
    }

    @Scheduled(cron = "0 27 * * * *")
    void eraseUnconfirmed() {
        subscriptions.eraseUnconfirmed();
    }
}
