package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class StartTest {
    @Autowired
    RepositoryService repository;

    @Test
    void startsWithTheEngineOnOurDatabase() {
        assertThat(repository.createDeploymentQuery().list()).isNotNull();
    }
}
