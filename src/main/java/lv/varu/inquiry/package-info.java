/** What people ask about their own data: a copy of it, or its end; found, reviewed, answered and proved in one place. */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {"privacy", "task", "mail", "audit", "account", "calendar"})
@NullMarked
package lv.varu.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
