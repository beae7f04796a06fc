package lv.varu.web;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.ExceptionUtils;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells a person, in their language, of an address that the container refuses before the program sees it, such as one
 * with {@code %2f} or {@code %00} in its path.
 */
@Component
class ContainerFault implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final MessageSource messages;
    private final ITemplateEngine templates;

    ContainerFault(MessageSource messages, ITemplateEngine templates) {
        this.messages = messages;
        this.templates = templates;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(Valve.class.getName());
            host.getPipeline().addValve(new Valve());
        });
    }

    private String page(int status, Locale language) {
        var context = new Context(language);
        context.setVariable("heading", text(status, ".title", language));
        context.setVariable("explanation", text(status, ".text", language));
        return templates.process("web/container-error", context);
    }

    private String text(int status, String part, Locale language) {
        String known = messages.getMessage("web.error." + status + part, null, null, language);
        return known == null ? messages.getMessage("web.error" + part, null, language) : known;
    }

    /** What stands in the address must not be believed here, so the language comes from the cookie alone. */
    private static Locale languageOf(Request request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("lang") && cookie.getValue().equals(Locale.ENGLISH.getLanguage())) {
                    return Locale.ENGLISH;
                }
            }
        }
        return Languages.DEFAULT;
    }

    private class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable cause) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                byte[] page = page(status, languageOf(request)).getBytes(StandardCharsets.UTF_8);
                response.setContentType("text/html;charset=UTF-8");
                PageHeaders.writeStrict(response::setHeader);
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException | RuntimeException e) {
                ExceptionUtils.handleThrowable(e);
            }
        }
    }
}
