/** Working days, public holidays and deadlines in Riga, and how dates are written for people. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package lv.varu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
