package lv.varu.proposal.answer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A colleague was faster with one of the answers; the page shows what the slower one wrote. */
@ResponseStatus(HttpStatus.CONFLICT)
class AnsweredMeanwhile extends RuntimeException {}
