package lv.varu.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are for whom. What is not named here does not exist. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] EVERYBODY = {
        "/",
        "/apspriesanas/**",
        "/priekslikums/**",
        "/jaunumi",
        "/meklet",
        "/atom.xml",
        "/kalendars.ics",
        "/iegult/**",
        "/dati/**",
        "/pasvaldibas/**",
        "/pieklustamiba",
        "/privatums",
        "/paveiktais/**",
        "/kastites/**",
        "/privatums/pieprasijums/**",
        "/ieiet",
        "/error",
        "/assets/**",
        "/vendor/**",
        "/favicon.ico",
        "/robots.txt",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml"
    };
    /** Here the address itself is the key. */
    private static final String[] HOLDERS = {
        "/atbilde/**",
        "/ielugums/**",
        "/iestatit/**",
        "/jaunumi/**",
        "/zinas/**",
        "/palidziba/**",
        "/kastite/**",
        "/privatums/apstiprinat/**",
        "/privatums/kopija/**",
        "/nostaja/**"
    };

    /** Addresses that hold a key; those of a proposal lie among the public ones. */
    static final String[] KEYS = Stream.concat(Stream.of("/priekslikums/**"), Stream.of(HOLDERS))
            .map(pattern -> pattern.replace("/**", "/*/**"))
            .toArray(String[]::new);

    /** A mail program asks here on its reader's behalf, without a cookie; the address itself is the key (RFC 8058). */
    private static final RequestMatcher ONE_CLICK = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/jaunumi/atteikties/{token}"),
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/priekslikums/atbalsts/{token}/atteikties"));

    /** Only the list that is made for other sites may stand in a frame there; it says itself in which. */
    private static final HeaderWriter FRAMES = new DelegatingRequestMatcherHeaderWriter(
            new NegatedRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher("/iegult/apspriesanas")),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN));

    /** An answer for programs is never shown as a page, whatever a browser finds in it. */
    private static final HeaderWriter NO_PAGE =
            new StaticHeadersWriter(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"api.json\"");

    private static final String[] LIVENESS = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    /** In a cookie, because a visitor has no session. */
    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Behind HTTPS no other host, not even one of the same domain, can set or get it. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(@Value("${varu.public-url}") URI address) {
        return cookie -> {
            if ("https".equals(address.getScheme())) {
                cookie.setCookieName("__Host-VARU");
                cookie.setCookiePath("/");
                cookie.setUseSecureCookie(true);
            }
        };
    }

    /** An address that no page can have is refused before the headers of pages are written. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, refused) -> {
            PageHeaders.writeStrict(response::setHeader);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain programsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.addHeaderWriter(new PageHeaders()).addHeaderWriter(NO_PAGE))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleChain(
            HttpSecurity http,
            Entrance entrance,
            CsrfTokenRepository csrfTokenRepository,
            WebSettings settings,
            ObjectProvider<ClientRegistrationRepository> providers)
            throws Exception {
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(EVERYBODY)
                                .permitAll()
                                .requestMatchers(HOLDERS)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, LIVENESS)
                                .permitAll()
                                .requestMatchers(request -> collectsMetrics(request, settings.metricsToken()))
                                .permitAll()
                                .requestMatchers("/darbs/admin/**", "/actuator/**")
                                .hasRole("ADMINISTRATOR")
                                .requestMatchers("/darbs/**", "/darbs", "/iziet")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokenRepository).ignoringRequestMatchers(ONE_CLICK))
                .requestCache(cache -> cache.requestCache(entrance.requestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entrance).accessDeniedHandler(entrance))
                .formLogin(form -> form.loginPage("/ieiet")
                        .usernameParameter("email")
                        .successHandler(entrance.welcome())
                        .failureHandler(entrance.refusal()))
                .logout(logout -> logout.logoutUrl("/iziet").logoutSuccessUrl("/ieiet?iziets"))
                .headers(headers -> headers.frameOptions(frames -> frames.disable())
                        .addHeaderWriter(FRAMES)
                        .addHeaderWriter(new PageHeaders()));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/ieiet")
                    .successHandler(entrance.welcome())
                    .failureHandler(new SimpleUrlAuthenticationFailureHandler("/ieiet?nezinams")));
        }
        return http.build();
    }

    private static boolean collectsMetrics(HttpServletRequest request, String token) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty()
                && shown != null
                && request.getServletPath().equals("/actuator/prometheus")
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
