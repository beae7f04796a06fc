package lv.varu.proposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A second request with the same key asks for something else than the first. */
@ResponseStatus(HttpStatus.CONFLICT)
public class KeyReused extends RuntimeException {}
