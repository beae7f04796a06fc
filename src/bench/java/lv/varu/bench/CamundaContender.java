package lv.varu.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Bare Camunda with the defaults of its starter for Spring Boot. */
final class CamundaContender implements Contender {
    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final AtomicInteger number = new AtomicInteger();

    CamundaContender(Database database) {
        context = Programs.start(
                Program.class,
                database,
                steps -> Course.delegates()
                        .forEach(name -> steps.registerBean(name, JavaDelegate.class, () -> delegate(name))));
        engine = context.getBean(ProcessEngine.class);
        engine.getRepositoryService()
                .createDeployment()
                .addString("proposal.bpmn", Course.model())
                .deploy();
    }

    private static JavaDelegate delegate(String name) {
        return name.equals("routeProposal") ? step -> step.setVariables(Course.dates()) : step -> {};
    }

    @Override
    public UUID start() {
        var id = UUID.randomUUID();
        engine.getRuntimeService()
                .startProcessInstanceByKey(Course.KEY, id.toString(), Course.start(number.incrementAndGet()));
        return id;
    }

    @Override
    public void confirm(UUID id) {
        engine.getRuntimeService()
                .createMessageCorrelation("submissionConfirmed")
                .processInstanceBusinessKey(id.toString())
                .correlate();
    }

    @Override
    public void screen(UUID id) {
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        tasks.claim(task.getId(), "ilze");
        tasks.complete(task.getId(), Course.screened());
    }

    @Override
    public void answer(UUID id) {
        engine.getRuntimeService()
                .createMessageCorrelation("answerReceived")
                .processInstanceBusinessKey(id.toString())
                .correlate();
    }

    @Override
    public void list(int group) {
        var query = engine.getTaskService().createTaskQuery().taskCandidateGroupIn(List.of(Course.group(group)));
        query.orderByDueDate().asc().listPage(0, PAGE);
        engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupIn(List.of(Course.group(group)))
                .count();
    }

    @Override
    public void timers(boolean running) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (running) {
            executor.start();
        } else {
            executor.shutdown();
        }
    }

    @Override
    public int port() {
        return Programs.port(context);
    }

    @Override
    public void close() {
        context.close();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration.class,
        org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration.class,
        org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration.class,
        org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration.class,
        org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration.class,
        org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration.class,
        org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration.class
    })
    static class Program {}
}
