/** Letters: written in the transaction of their fact, delivered by any node until they arrive or a person is told. */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"audit", "privacy"})
package lv.varu.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
