/** What every feature that keeps people's data lets others ask of it: what there is about a person, and that it ends. */
@ApplicationModule(displayName = "Privacy", allowedDependencies = "audit")
@NullMarked
package lv.varu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
