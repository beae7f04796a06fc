/** Uploaded files: checked by content, stored once, given back safely. */
@NullMarked
@ApplicationModule(displayName = "Document", allowedDependencies = "audit")
package lv.varu.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
