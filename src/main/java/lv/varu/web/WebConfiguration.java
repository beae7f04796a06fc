package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
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
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(WebConfiguration::typesForPrograms, new HeaderContentNegotiationStrategy()));
    }

    /** Programs get JSON, also from somebody who looks with a browser. */
    private static List<MediaType> typesForPrograms(NativeWebRequest request) {
        var sent = request.getNativeRequest(HttpServletRequest.class);
        return sent != null && Programs.sent(sent)
                ? List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                : ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
    }

    /** Libraries bring XML and YAML along; they are spoken by nothing here. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter instanceof AbstractJackson2HttpMessageConverter
                && !(converter instanceof MappingJackson2HttpMessageConverter));
        converters.stream()
                .filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .forEach(json -> json.setObjectMapper(LegibleJson.from(json.getObjectMapper())));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/favicon.ico", "/assets/mark.svg");
    }
}
