package lv.varu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.application.AbstractProcessApplication;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the models of the folder {@code processes} to the engine at the start. An unchanged model keeps its version;
 * one that the engine refuses stops the start with its name and line.
 */
@Component
class Models {
    private final AbstractProcessApplication application;
    private final RepositoryService repository;
    private final ApplicationEventPublisher events;

    Models(AbstractProcessApplication application, RepositoryService repository, ApplicationEventPublisher events) {
        this.application = application;
        this.repository = repository;
        this.events = events;
    }

    @EventListener(PostDeployEvent.class)
    void deploy() throws IOException {
        var deployment = repository
                .createDeployment(application.getReference())
                .name("varu")
                .enableDuplicateFiltering(true);
        for (Resource model : all()) {
            try (InputStream content = model.getInputStream()) {
                deployment.addInputStream(Objects.requireNonNull(model.getFilename()), content);
            }
        }
        deployment.addModelInstance(EngineBatch.MODEL, EngineBatch.model());
        deployment.deploy();
        events.publishEvent(new ModelsReady());
    }

    static List<Resource> all() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        return Arrays.stream(resolver.getResources("classpath*:processes/*.*"))
                .sorted((a, b) ->
                        Objects.requireNonNull(a.getFilename()).compareTo(Objects.requireNonNull(b.getFilename())))
                .toList();
    }
}
