package lv.varu.suggestion;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where pages of proposals lead back to their consultation, a box has its parish's page instead. */
@Component
class BoxAddressFilter extends OncePerRequestFilter {
    private static final Pattern CALL = Pattern.compile("/apspriesanas/(" + SuggestionBox.CODE + "[0-9A-F]{8})");

    private final SuggestionBoxes boxes;

    BoxAddressFilter(SuggestionBoxes boxes) {
        this.boxes = boxes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher call = CALL.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        var box = call.matches() ? boxes.findByCode(call.group(1)) : Optional.<SuggestionBox>empty();
        if (box.isPresent()) {
            response.sendRedirect(
                    request.getContextPath() + "/kastites/" + box.get().place());
        } else {
            chain.doFilter(request, response);
        }
    }
}
