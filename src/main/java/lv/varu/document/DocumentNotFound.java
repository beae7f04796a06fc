package lv.varu.document;

import java.util.UUID;

public class DocumentNotFound extends RuntimeException {
    DocumentNotFound(UUID id) {
        super(id.toString());
    }
}
