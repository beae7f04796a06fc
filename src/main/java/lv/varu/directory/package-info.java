/** Partnerships, places, organisations and the people of municipalities who answer. */
@ApplicationModule(allowedDependencies = {"account", "audit", "privacy", "importing", "spreadsheet"})
@NullMarked
package lv.varu.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
