package lv.varu;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** Who may know whom. Each rule was broken once, to see that it notices. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lv.varu");
    private static final String MAY_KNOW_THE_ENGINE = "lv\\.varu\\..*(Process|Steps|Configuration)(\\$.*)?";

    @Test
    void keepsTheFeaturesApart() {
        ApplicationModules.of(Varu.class).verify();
    }

    @Test
    void keepsTheEngineWhereItCanBeReplaced() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lv.varu.engine..", "lv.varu.task..")
                .and()
                .haveNameNotMatching(MAY_KNOW_THE_ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void usesOnlyWhatTheEngineOffers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..impl..")
                .check(CLASSES);
    }

    @Test
    void letsNoFeatureKnowTheShell() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lv.varu.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lv.varu.web..")
                .check(CLASSES);
    }

    @Test
    void keepsControllersToTheirOwnTables() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should(touchNoForeignRepository())
                .check(CLASSES);
    }

    @Test
    void givesBeansWhatTheyNeedThroughTheirConstructors() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void letsNobodyReachPastTheRulesOfAnAggregate() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> touchNoForeignRepository() {
        return new ArchCondition<>("touch no repository of another feature") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                for (Dependency dependency : controller.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (target.isAssignableTo(Repository.class)
                            && !feature(target).equals(feature(controller))) {
                        events.add(violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
