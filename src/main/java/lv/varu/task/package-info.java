/** The task list: what waits for whom, until when; claiming, handing over, drafts, completing, reminding. */
@ApplicationModule(allowedDependencies = {"mail", "audit", "account", "calendar", "engine", "privacy"})
@NullMarked
package lv.varu.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
