package lv.varu.web;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final Languages languages = new Languages();

    @Bean
    static MessageSource messageSource(WebSettings settings) {
        return new IcuMessageSource(MessageBundles.read(), settings.strictTexts());
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
}
