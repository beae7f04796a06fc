package lv.varu.inquiry;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wishes about people's data are answered.
 *
 * @param confirmFor how long the link in the confirming letter opens
 * @param copyFor how long the link to the copy opens
 * @param quiet how long a second wish of the same kind from the same address sends no second letter
 * @param remindDays how many days before the last day the office is reminded
 * @param keep how long an answered wish is kept as proof
 */
@ConfigurationProperties("varu.inquiry")
record InquirySettings(
        @DefaultValue("72h") Duration confirmFor,
        @DefaultValue("30d") Duration copyFor,
        @DefaultValue("15m") Duration quiet,
        @DefaultValue("7") int remindDays,
        @DefaultValue("3y") Period keep) {}
