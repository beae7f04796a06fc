package lv.varu.database;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.stereotype.Component;

/**
 * Lets {@code SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT} and its like be set. They also read as settings of the pool's
 * {@code connection}, and whoever looks there opens the pool, which then refuses every other setting.
 */
@Component
class PoolSettings implements ConfigurationPropertiesBindHandlerAdvisor {
    @Override
    public BindHandler apply(BindHandler next) {
        return new AbstractBindHandler(next) {
            @Override
            public <T> @Nullable Bindable<T> onStart(
                    ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
                return target.getType().resolve() == Connection.class ? null : super.onStart(name, target, context);
            }
        };
    }
}
