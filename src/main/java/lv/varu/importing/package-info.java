/** Tables taken in by the thousand: uploaded, checked, shown before anything happens, taken in the background. */
@ApplicationModule(
        displayName = "Importing",
        allowedDependencies = {"spreadsheet", "document", "account", "audit", "calendar", "mail"})
@NullMarked
package lv.varu.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
