/**
 * The shell around every feature: who may reach which address, in which language, and what is shown when something goes
 * wrong. Features never name this package. What they need to know of it:
 *
 * <ul>
 *   <li>Views find {@link lv.varu.web.Shell shell} in their model and use the layouts of {@code templates/layout.html}.
 *   <li>Every file {@code messages/<feature>_<language>.properties} is found by itself; its texts are ICU patterns with
 *       positional arguments or with one {@link java.util.Map} of named ones.
 *   <li>An exception becomes a page (or, below {@code /api}, a problem detail). Its status is that of
 *       {@link org.springframework.web.bind.annotation.ResponseStatus @ResponseStatus} on its class or of
 *       {@link org.springframework.web.ErrorResponse}; 500 without either. The page says {@code web.error.<SimpleName>}
 *       and {@code web.error.<SimpleName>.text} if the feature's bundle has them, else the texts of the status. One that
 *       implements {@link org.springframework.context.MessageSourceResolvable} fills them with its arguments.
 *   <li>Flash attributes travel in a cookie, because visitors have no session: texts only.
 * </ul>
 */
@ApplicationModule(allowedDependencies = {"account", "engine"})
@NullMarked
package lv.varu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
