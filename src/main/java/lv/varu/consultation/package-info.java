/** Planning documents opened for comment: notice, invitations, the partnership's position, report. */
@ApplicationModule(
        allowedDependencies = {
            "proposal :: shared",
            "task",
            "directory",
            "document",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine",
            "period",
            "privacy",
            "spreadsheet"
        })
@NullMarked
package lv.varu.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
