/** The database that comes with the program, for installations that bring none of their own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package lv.varu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
