package lv.varu.backup;

/** Nothing was done, and a sentence for the administrator that says why. */
class BackupRefused extends RuntimeException {
    BackupRefused(String sentence) {
        super(sentence);
    }
}
