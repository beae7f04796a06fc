package lv.varu.document;

import java.time.Instant;
import java.util.UUID;
import lv.varu.audit.CaseKey;

/** A file that belongs to a case. */
public record Document(
        UUID id, CaseKey owner, String fileName, String mediaType, long size, String sha256, Instant storedAt) {}
