package lv.varu.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import lv.varu.audit.CaseKey;
import lv.varu.document.DocumentRefused;
import lv.varu.document.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form. */
public class Uploads {
    private Uploads() {}

    /** A browser sends one empty part when nobody chose a file. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(file ->
                        !Objects.toString(file.getOriginalFilename(), "").isBlank())
                .toList();
    }

    /** @throws DocumentRefused when one of them cannot be kept */
    public static void store(Documents documents, CaseKey owner, List<MultipartFile> files) {
        for (var file : files) {
            try {
                documents.store(owner, Objects.toString(file.getOriginalFilename(), ""), file.getInputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
