package lv.varu.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final Map<Locale, Map<String, String>> TEXTS = MessageBundles.read();

    private final Languages languages = new Languages();

    @Bean
    static MessageSource messageSource(WebSettings settings) {
        return new IcuMessageSource(
                TEXTS, settings.strictTexts() ? WebConfiguration::refuse : UnaryOperator.identity());
    }

    /** A template may ask whether there is a text, so for templates a missing one is always refused. */
    @Autowired
    void giveTextsTo(SpringTemplateEngine templates) {
        templates.setTemplateEngineMessageSource(new IcuMessageSource(TEXTS, WebConfiguration::refuse));
    }

    private static String refuse(String key) {
        throw new NoSuchMessageException(key);
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    @Bean
    FlashMapManager flashMapManager() {
        return new CookieFlashMapManager();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/favicon.ico", "/assets/mark.svg");
    }
}
