/**
 * Sample data of the profile {@code demo}: people, organisations and consultations, told to the features as people at
 * their screens would tell them, at the times at which they would have.
 */
@ApplicationModule(
        allowedDependencies = {
            "consultation :: shared",
            "commitment",
            "broadcast",
            "importing",
            "inquiry",
            "portal",
            "suggestion",
            "proposal :: shared",
            "project",
            "task",
            "directory",
            "document",
            "mail",
            "audit",
            "account",
            "calendar",
            "engine"
        })
@NullMarked
package lv.varu.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
