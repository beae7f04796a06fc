package lv.varu.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import lv.varu.account.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says of the interface for other programs as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi(PublicAddress address) {
        return new OpenAPI()
                .info(new Info()
                        .title("Varu")
                        .version("v1")
                        .description("Consultations about planning documents, and proposals made to them."
                                + " Errors are problem details (RFC 9457); their \"errors\" name each field.")
                        .license(new License().name("EUPL-1.2").url("https://eupl.eu/1.2/en/")))
                .addServersItem(new Server().url(address.of("")));
    }
}
