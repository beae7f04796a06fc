package lv.varu.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** No list has so many pages; a larger number, times the rows of a page, would turn negative. */
@ControllerAdvice
class PageNumbers {
    private static final int LAST = 100_000;

    @InitBinder("page")
    void keepWithinReach(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(Math.min(Integer.parseInt(text.strip()), LAST));
            }
        });
    }
}
