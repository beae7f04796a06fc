/** People who sign in, what their role lets them do, and links that let a person act without an account. */
@ApplicationModule(allowedDependencies = {"audit", "privacy"})
@NullMarked
package lv.varu.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
