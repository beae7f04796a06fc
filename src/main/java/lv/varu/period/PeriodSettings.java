package lv.varu.period;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes of periods are read.
 *
 * @param recheckAfter after how long a node looks for another node's changes
 */
@ConfigurationProperties("varu.period")
record PeriodSettings(@DefaultValue("5s") Duration recheckAfter) {}
