/** The trail: who did what to a case, when and from where, in rows that nobody can change unnoticed. */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
package lv.varu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
