package lv.varu.directory;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the directory is read.
 *
 * @param recheckAfter how long places and partnerships are kept in memory, so after which time an edit on another node
 *     is seen
 */
@Validated
@ConfigurationProperties("varu.directory")
record DirectorySettings(@NotNull @DefaultValue("PT10S") Duration recheckAfter) {}
