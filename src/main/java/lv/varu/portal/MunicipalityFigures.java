package lv.varu.portal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import lv.varu.proposal.AnswerRecord;
import lv.varu.proposal.AnswerRecords;
import org.springframework.stereotype.Component;

/** How municipalities answer. Counting reads every proposal there is, so that it is not done for each reader. */
@Component
class MunicipalityFigures {
    private static final String ALL = "";

    private final LoadingCache<String, Map<String, AnswerRecord>> counted;

    MunicipalityFigures(AnswerRecords records, PortalSettings settings) {
        this.counted =
                Caffeine.newBuilder().expireAfterWrite(settings.figuresFor()).build(key -> records.all());
    }

    Map<String, AnswerRecord> all() {
        return counted.get(ALL);
    }

    AnswerRecord of(String municipality) {
        return all().getOrDefault(municipality, AnswerRecord.none(municipality));
    }
}
