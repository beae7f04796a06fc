package lv.varu.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages about the site itself. */
@Controller
class NoticeController {

    @GetMapping("/pieklustamiba")
    String accessibility() {
        return "web/accessibility";
    }

    @GetMapping("/privatums")
    String privacy() {
        return "web/privacy";
    }

    /** Addresses that are keys must not be found by searching. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Disallow: /darbs
                Disallow: /ieiet
                Disallow: /atbilde
                Disallow: /ielugums
                Disallow: /iestatit
                Disallow: /nostaja
                Disallow: /priekslikums
                Disallow: /privatums/
                """;
    }
}
