package lv.varu.calendar;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.springframework.context.support.AbstractMessageSource;

/** This feature's texts with ICU plurals, without starting the application. */
class BundledMessages extends AbstractMessageSource {
    private final ResourceBundle latvian = bundle("lv");
    private final ResourceBundle english = bundle("en");

    @Override
    protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
        ResourceBundle texts = DateFormats.isEnglish(locale) ? english : latvian;
        return new MessageFormat(texts.getString(code), locale).format(arguments);
    }

    @Override
    protected java.text.MessageFormat resolveCode(String code, Locale locale) {
        throw new UnsupportedOperationException(code);
    }

    private static ResourceBundle bundle(String language) {
        try (var text = BundledMessages.class.getResourceAsStream("/messages/calendar_" + language + ".properties")) {
            return new PropertyResourceBundle(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
