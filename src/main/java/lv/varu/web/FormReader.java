package lv.varu.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Refuses a form with a value that no page of ours offers, such as a word in the place of an id: Spring hands over what
 * it could read, but whoever then says that something is wrong with it fails.
 */
class FormReader extends ServletModelAttributeMethodProcessor {
    private FormReader(boolean annotationNotRequired) {
        super(annotationNotRequired);
    }

    @Override
    protected boolean isBindExceptionRequired(WebDataBinder binder, MethodParameter parameter) {
        BindingResult result = binder.getBindingResult();
        return result.getTarget() == null || super.isBindExceptionRequired(binder, parameter);
    }

    /** Puts it in the place of Spring's own: the first takes what is annotated, the second everything that is left. */
    @Component
    static class Installation {
        Installation(RequestMappingHandlerAdapter adapter) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
            boolean last = false;
            for (var resolver : adapter.getArgumentResolvers()) {
                boolean form = resolver.getClass() == ServletModelAttributeMethodProcessor.class;
                resolvers.add(form ? new FormReader(last) : resolver);
                last |= form;
            }
            adapter.setArgumentResolvers(resolvers);
        }
    }
}
