package lv.varu.portal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code varu.portal.*}
 *
 * @param newsEvery how often the portal looks for news to write about
 * @param indexEvery how soon the search knows what has changed
 * @param figuresFor how long figures on how municipalities answer are shown before they are counted anew
 * @param newsFresh how old an event may be and still be news, after the program was down
 * @param closingDays how many days before the last day subscribers are reminded of it
 * @param confirmWithin how long a subscription waits for its confirmation before it is erased
 * @param linkLasts how long the links in a letter open the choices
 * @param embedOn sites, besides those of the partnerships, that may show the list of consultations as a part of theirs
 */
@Validated
@ConfigurationProperties("varu.portal")
record PortalSettings(
        @NotNull @DefaultValue("PT1M") Duration newsEvery,
        @NotNull @DefaultValue("PT5S") Duration indexEvery,
        @NotNull @DefaultValue("PT2M") Duration figuresFor,
        @NotNull @DefaultValue("P7D") Duration newsFresh,
        @Positive @DefaultValue("5") int closingDays,
        @NotNull @DefaultValue("P3D") Duration confirmWithin,
        @NotNull @DefaultValue("P1095D") Duration linkLasts,
        @DefaultValue List<String> embedOn) {}
