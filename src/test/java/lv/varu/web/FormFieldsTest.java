package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a request can set: the fields of records that only carry what a page asks for, and nothing of what is kept. */
@VaruTest
class FormFieldsTest {
    /** Fields whose names say that they decide about more than a text. */
    private static final Set<String> WEIGHTY = Set.of(
            "id",
            "version",
            "status",
            "state",
            "owner",
            "owners",
            "lead",
            "role",
            "partnership",
            "partnerships",
            "account",
            "createdby",
            "createdat",
            "holder",
            "subject",
            "sample",
            "hash");

    /** Those that a page really asks for: the use case decides whether this person may choose them. */
    private static final Set<String> ASKED_FOR = Set.of(
            "AccountForm.partnership",
            "AccountForm.role",
            "BoilerplateForm.owner",
            "BoilerplateForm.version",
            "BoxForm.id",
            "BoxForm.version",
            "CallForm.id",
            "ConsultationApi$Query.status",
            "ContactForm.id",
            "ContactForm.version",
            "GroupForm.id",
            "GroupForm.partnership",
            "GroupForm.version",
            "LetterSearch.state",
            "MergeController$Form.id",
            "OrganisationForm.id",
            "OrganisationForm.partnership",
            "OrganisationForm.version",
            "PartnershipForm.version",
            "PlaceNamesForm.version",
            "ProgressForm.state",
            "ProjectForm.partnerships",
            "ProjectForm.version",
            "RegistrationForm.owners",
            "SheetForm.id",
            "WordingForm.subject",
            "WordingForm.version");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Set<String> foreign = new TreeSet<>();
    private final Set<String> weighty = new TreeSet<>();
    private int forms;

    @Test
    void areThoseOfRecordsAndDecideNothingElse() {
        requestMappingHandlerMapping.getHandlerMethods().values().forEach(method -> {
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (isForm(parameter)) {
                    forms++;
                    look(parameter.getContainingClass().getSimpleName(), parameter.getParameterType());
                }
            }
        });
        assertThat(forms).isGreaterThan(75);
        assertThat(foreign).as("no records").isEmpty();
        assertThat(weighty).isEqualTo(new TreeSet<>(ASKED_FOR));
    }

    /** Also without a word, as Spring takes every argument that it cannot explain otherwise. */
    private static boolean isForm(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.hasParameterAnnotation(RequestBody.class)
                || parameter.getParameterAnnotations().length == 0
                        && parameter.getParameterType().getName().startsWith("lv.varu");
    }

    private void look(String where, Class<?> form) {
        if (!form.isRecord()) {
            foreign.add(where + " " + form.getName());
            return;
        }
        for (RecordComponent field : form.getRecordComponents()) {
            if (WEIGHTY.contains(field.getName().toLowerCase(Locale.ROOT))) {
                weighty.add(form.getName().replaceAll(".*\\.", "") + "." + field.getName());
            }
            Class<?> type = contentOf(field.getGenericType());
            if (!BeanUtils.isSimpleProperty(type) && type.getName().startsWith("lv.varu")) {
                look(where, type);
            }
        }
    }

    private static Class<?> contentOf(Type type) {
        ResolvableType resolved = ResolvableType.forType(type);
        Class<?> last = resolved.hasGenerics()
                ? resolved.getGeneric(resolved.getGenerics().length - 1).resolve(Object.class)
                : resolved.resolve(Object.class);
        return last;
    }
}
