package lv.varu.bench;

import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the others as programs of Spring Boot, with their own defaults but for the database and the port. */
final class Programs {
    private Programs() {}

    static ConfigurableApplicationContext start(
            Class<?> program, Database database, Consumer<GenericApplicationContext> steps) {
        boolean web = program.getEnclosingClass() == CamundaContender.class;
        return new SpringApplicationBuilder(program)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers((GenericApplicationContext context) -> {
                    steps.accept(context);
                    context.registerBean(Statements.class);
                })
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=" + Database.POOL,
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "logging.level.root=warn")
                .run();
    }

    static int port(ConfigurableApplicationContext context) {
        return ((ConfigurableWebServerApplicationContext) context)
                .getWebServer()
                .getPort();
    }
}
