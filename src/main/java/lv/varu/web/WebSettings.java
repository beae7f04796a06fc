package lv.varu.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo whether every page says that its data is a sample
 * @param strictTexts whether a missing text is an error
 */
@ConfigurationProperties("varu")
record WebSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean strictTexts) {}
