package lv.varu.proposal.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.proposal.ProposeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files that come with the form of the answers. */
@Component
class Attached {
    static final String FILES = "files-";

    private final AnswerDesk desk;
    private final FileRefusals refusals;

    Attached(AnswerDesk desk, FileRefusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    /** Each file by itself, so that one that is refused does not take the others with it; says why those were. */
    List<String> keep(String token, UUID id, @Nullable List<MultipartFile> files, Locale locale) {
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : chosen(files)) {
            faultOf(token, id, file, locale).ifPresent(refused::add);
        }
        return refused;
    }

    private Optional<String> faultOf(String token, UUID id, MultipartFile file, Locale locale) {
        String name = file.getOriginalFilename();
        if (ProposeForm.isLarge(file)) {
            return Optional.of(refusals.text(name, FileRefusals.TOO_LARGE, locale));
        }
        try {
            desk.attach(token, id, ProposeForm.upload(file));
            return Optional.empty();
        } catch (DocumentRefused refused) {
            return Optional.of(refusals.tell(refused, locale));
        } catch (AnswerFiles.TooMany full) {
            return Optional.of(refusals.text(name, "proposal.fault.files.many", locale));
        }
    }

    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(ProposeForm::isChosen)
                .toList();
    }
}
