package lv.varu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Programs ask at addresses of their own, whatever else their requests say. */
final class Programs {
    private Programs() {}

    static boolean sent(HttpServletRequest request) {
        return pathOf(request).startsWith(request.getContextPath() + "/api/");
    }

    /** What was asked for, not the page that tells of an error; nothing when it is no address. */
    static @Nullable URI addressOf(HttpServletRequest request) {
        try {
            return new URI(pathOf(request));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String pathOf(HttpServletRequest request) {
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? request.getRequestURI() : path;
    }
}
