package lv.varu.proposal.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lv.varu.document.DocumentRefused;
import lv.varu.proposal.ProposeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files that come with the form of the answers. */
@Component
class Attached {
    static final String FILES = "files-";

    private final AnswerDesk desk;
    private final MessageSource messages;

    Attached(AnswerDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** Each file by itself, so that one that is refused does not take the others with it; says why those were. */
    List<String> keep(String token, UUID id, @Nullable List<MultipartFile> files, Locale locale) {
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : chosen(files)) {
            String fault = faultOf(token, id, file);
            if (fault != null) {
                Object[] values = {file.getOriginalFilename(), messages.getMessage(fault, null, locale)};
                refused.add(messages.getMessage("proposal.page.propose.file.refused", values, locale));
            }
        }
        return refused;
    }

    private @Nullable String faultOf(String token, UUID id, MultipartFile file) {
        if (ProposeForm.isLarge(file)) {
            return "document.refused.TOO_LARGE";
        }
        try {
            desk.attach(token, id, ProposeForm.upload(file));
            return null;
        } catch (DocumentRefused refused) {
            return refused.messageKey();
        } catch (AnswerFiles.TooMany full) {
            return "proposal.fault.files.many";
        }
    }

    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(ProposeForm::isChosen)
                .toList();
    }
}
