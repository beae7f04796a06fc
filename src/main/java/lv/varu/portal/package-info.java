/** What the public side offers across features: news by e-mail, search, municipalities, feeds, open data. */
@ApplicationModule(
        allowedDependencies = {
            "consultation :: shared",
            "proposal :: shared",
            "directory",
            "mail",
            "audit",
            "account",
            "calendar",
            "language",
            "privacy",
            "spreadsheet"
        })
@NullMarked
package lv.varu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
