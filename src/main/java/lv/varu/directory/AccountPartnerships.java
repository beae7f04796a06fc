package lv.varu.directory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lv.varu.account.PartnershipNames;
import org.springframework.stereotype.Component;

/** Tells the pages about accounts for whom people can work. */
@Component
class AccountPartnerships implements PartnershipNames {
    private final Partnerships partnerships;

    AccountPartnerships(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Map<String, String> byCode(Locale language) {
        Map<String, String> names = new LinkedHashMap<>();
        partnerships.all().forEach(partnership -> names.put(partnership.code(), partnership.name(language)));
        return names;
    }
}
