package lv.varu.commitment;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** How far a promise is, as staff type it. */
record ProgressForm(
        @Nullable CommitmentState state,
        @Nullable String words,
        @Nullable String link,
        @Nullable MultipartFile file) {
    static final ProgressForm BLANK = new ProgressForm(null, null, null, null);

    Progress progress(Progress.@Nullable Upload upload) {
        return new Progress(state, PromiseForm.text(words), PromiseForm.text(link), upload);
    }

    /** Whoever follows it must know why it goes on. */
    void checkResuming(Errors errors) {
        check(errors);
        if (state != null && state.isEnd()) {
            errors.rejectValue("state", "commitment.fault.state.missing");
        }
        if (PromiseForm.text(words) == null) {
            errors.rejectValue("words", "commitment.fault.resume.missing");
        }
    }

    void check(Errors errors) {
        progress(null).fault().ifPresent(fault -> errors.rejectValue(fault.field(), fault.messageKey()));
    }
}
