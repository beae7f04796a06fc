package lv.varu.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** What comes after a failed chapter would fail for no reason of its own. */
class Story implements ExecutionCondition, TestWatcher {
    private static final Namespace KEPT = Namespace.create(Story.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return broken(context)
                .map(chapter -> ConditionEvaluationResult.disabled("the story ended in " + chapter))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the story goes on"));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        store(context).put(context.getRequiredTestClass(), context.getDisplayName());
    }

    private static Optional<String> broken(ExtensionContext context) {
        return context.getTestMethod().map(method -> store(context).get(context.getRequiredTestClass(), String.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(KEPT);
    }
}
