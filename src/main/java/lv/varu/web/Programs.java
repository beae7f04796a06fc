package lv.varu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Programs ask at addresses of their own, whatever else their requests say. */
final class Programs {
    private Programs() {}

    static boolean sent(HttpServletRequest request) {
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (path == null ? request.getRequestURI() : path).startsWith(request.getContextPath() + "/api/");
    }
}
