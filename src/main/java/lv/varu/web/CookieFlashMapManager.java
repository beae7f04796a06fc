package lv.varu.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries the sentence that says what happened over a redirect. It lies in a cookie, because a visitor has no session
 * and should not get one for it; whoever forges the cookie shows a sentence to themselves.
 */
class CookieFlashMapManager extends AbstractFlashMapManager {
    private static final String NAME = "flash";
    private static final int LIFE_IN_SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(cookie.getValue());
            List<FlashMap> maps = new ArrayList<>();
            for (Stored stored : JSON.readValue(json, Stored[].class)) {
                maps.add(stored.toFlashMap());
            }
            return maps;
        } catch (IOException | IllegalArgumentException | NullPointerException forged) {
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(
            List<FlashMap> flashMaps, HttpServletRequest request, @Nullable HttpServletResponse response) {
        if (response == null) {
            return;
        }
        var cookie = ResponseCookie.from(NAME, flashMaps.isEmpty() ? "" : encode(flashMaps))
                .path("/")
                .maxAge(flashMaps.isEmpty() ? 0 : LIFE_IN_SECONDS)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String encode(List<FlashMap> maps) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            JSON.writeValueAsBytes(maps.stream().map(Stored::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Stored(Map<String, String> texts, @Nullable String path, long expires) {
        static Stored of(FlashMap map) {
            Map<String, String> texts = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw new IllegalArgumentException(name + " is not a text");
                }
                texts.put(name, text);
            });
            return new Stored(texts, map.getTargetRequestPath(), map.getExpirationTime());
        }

        FlashMap toFlashMap() {
            FlashMap map = new FlashMap();
            map.putAll(texts);
            map.setTargetRequestPath(path);
            map.setExpirationTime(expires);
            return map;
        }
    }
}
