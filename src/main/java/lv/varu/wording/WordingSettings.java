package lv.varu.wording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How edited letters are read.
 *
 * @param recheckAfter after how long a node looks for another node's edits
 */
@ConfigurationProperties("varu.wording")
record WordingSettings(@DefaultValue("5s") Duration recheckAfter) {}
