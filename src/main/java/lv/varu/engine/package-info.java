/** The process engine: its settings, the models it runs, decisions, and the names shared with the models. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package lv.varu.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
