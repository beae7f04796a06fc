package lv.varu.audit;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

@Component
class SealingSchedule implements SchedulingConfigurer {
    private final Sealer sealer;
    private final AuditSettings settings;

    SealingSchedule(Sealer sealer, AuditSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(sealer::seal, settings.sealEvery(), settings.sealEvery()));
    }
}
