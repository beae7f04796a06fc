package lv.varu.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.boot.ProcessEngineAutoConfiguration;
import org.flowable.spring.boot.ProcessEngineServicesAutoConfiguration;
import org.flowable.spring.boot.eventregistry.EventRegistryAutoConfiguration;
import org.flowable.spring.boot.eventregistry.EventRegistryServicesAutoConfiguration;
import org.flowable.spring.boot.idm.IdmEngineAutoConfiguration;
import org.flowable.spring.boot.idm.IdmEngineServicesAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Bare Flowable with the defaults of its starter for Spring Boot. */
final class FlowableContender implements Contender {
    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final AtomicInteger number = new AtomicInteger();

    FlowableContender(Database database) {
        context = Programs.start(
                Program.class,
                database,
                steps -> Course.delegates()
                        .forEach(name -> steps.registerBean(name, JavaDelegate.class, () -> delegate(name))));
        engine = context.getBean(ProcessEngine.class);
        engine.getRepositoryService()
                .createDeployment()
                .addString("proposal.bpmn20.xml", model())
                .deploy();
    }

    /** Its own names; and its business rule tasks know Drools only, so that step is a service task. */
    private static String model() {
        return Course.model()
                .replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn")
                .replace("businessRuleTask", "serviceTask");
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

    /** It knows no messages at receive tasks, so the waiting execution is found and triggered. */
    @Override
    public void confirm(UUID id) {
        var runtime = engine.getRuntimeService();
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(id.toString(), true)
                .activityId("awaitConfirmation")
                .singleResult();
        runtime.trigger(waiting.getId());
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
        var runtime = engine.getRuntimeService();
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(id.toString(), true)
                .messageEventSubscriptionName("answerReceived")
                .singleResult();
        runtime.messageEventReceived("answerReceived", waiting.getId());
    }

    @Override
    public void list(int group) {
        var tasks = engine.getTaskService();
        tasks.createTaskQuery()
                .taskCandidateGroupIn(List.of(Course.group(group)))
                .orderByTaskDueDate()
                .asc()
                .listPage(0, PAGE);
        tasks.createTaskQuery()
                .taskCandidateGroupIn(List.of(Course.group(group)))
                .count();
    }

    @Override
    public void timers(boolean running) {
        var executor = engine.getProcessEngineConfiguration().getAsyncExecutor();
        if (running) {
            executor.start();
        } else {
            executor.shutdown();
        }
    }

    @Override
    public Timers waitingTimers() {
        return new Timers("act_ru_timer_job", "trigger-timer");
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
        JacksonAutoConfiguration.class,
        EventRegistryAutoConfiguration.class,
        EventRegistryServicesAutoConfiguration.class,
        IdmEngineAutoConfiguration.class,
        IdmEngineServicesAutoConfiguration.class,
        ProcessEngineAutoConfiguration.class,
        ProcessEngineServicesAutoConfiguration.class
    })
    static class Program {}
}
