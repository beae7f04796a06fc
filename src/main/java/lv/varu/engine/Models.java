package lv.varu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.application.AbstractProcessApplication;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the models of the folder {@code processes} to the engine at the start. An unchanged model keeps its version;
 * one that the check or the engine refuses stops the start with its name and line.
 */
@Component
class Models {
    private final AbstractProcessApplication application;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ModelCheck check;
    private final ApplicationEventPublisher events;

    Models(
            AbstractProcessApplication application,
            RepositoryService repository,
            ManagementService management,
            ModelCheck check,
            ApplicationEventPublisher events) {
        this.application = application;
        this.repository = repository;
        this.management = management;
        this.check = check;
        this.events = events;
    }

    @EventListener(PostDeployEvent.class)
    void deploy() throws IOException {
        var deployment = repository
                .createDeployment(application.getReference())
                .name("varu")
                .enableDuplicateFiltering(true);
        for (Resource model : all()) {
            String name = Objects.requireNonNull(model.getFilename());
            try (InputStream content = model.getInputStream()) {
                check.check(name, content);
            }
            try (InputStream content = model.getInputStream()) {
                deployment.addInputStream(name, content);
            }
        }
        deployment.addModelInstance(EngineBatch.MODEL, EngineBatch.model());
        deployment.deploy();
        // Older cases go on by their own model, and a program that does not know a model leaves its timers alone.
        repository
                .createDeploymentQuery()
                .list()
                .forEach(known -> management.registerDeploymentForJobExecutor(known.getId()));
        events.publishEvent(new ModelsReady());
    }

    static List<Resource> all() {
        var resolver = new PathMatchingResourcePatternResolver();
        return Stream.of("bpmn", "dmn")
                .flatMap(kind -> resources(resolver, "classpath*:processes/*." + kind))
                .sorted((a, b) ->
                        Objects.requireNonNull(a.getFilename()).compareTo(Objects.requireNonNull(b.getFilename())))
                .toList();
    }

    private static Stream<Resource> resources(PathMatchingResourcePatternResolver resolver, String pattern) {
        try {
            return Arrays.stream(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
