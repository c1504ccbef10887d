package io.jenkins.plugins.veeam.linkedjobs;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** Dependencies between packages, and permissions of web methods. */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.veeam.linkedjobs";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    @Test
    void coreDoesNotUseJenkins() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("em", "tls", "model", "gate"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "groovy..")
                .check(CLASSES);
    }

    @Test
    void onlyTheClientUsesHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("em", "tls", "config"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("step")
                .definedBy(packages("step"))
                .layer("freestyle")
                .definedBy(packages("freestyle"))
                .layer("service")
                .definedBy(packages("service"))
                .layer("report")
                .definedBy(packages("report"))
                .layer("config")
                .definedBy(packages("config"))
                .layer("agent")
                .definedBy(packages("agent"))
                .layer("gate")
                .definedBy(packages("gate"))
                .layer("em")
                .definedBy(packages("em"))
                .layer("tls")
                .definedBy(packages("tls"))
                .layer("model")
                .definedBy(packages("model"))
                .whereLayer("step")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("freestyle")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("step", "freestyle")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("service")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("service")
                .whereLayer("agent")
                .mayOnlyBeAccessedByLayers("config", "service")
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("step", "freestyle", "service", "report")
                .whereLayer("em")
                .mayOnlyBeAccessedByLayers("config", "service", "agent")
                .whereLayer("tls")
                .mayOnlyBeAccessedByLayers("em")
                .check(CLASSES);
    }

    @Test
    void onlyThePublicApiOfTheClientIsUsed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".em..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".em.http..", ROOT + ".em.query..", ROOT + ".em.document..")
                .check(CLASSES);
    }

    /** The sub-packages use the value types of {@code em}, but not the client itself. */
    @Test
    void dependenciesInsideTheClientPointOneWay() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".em.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".em", ROOT + ".em.http..", ROOT + ".em.query..", "okhttp3..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".em.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".em.query..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("EnterpriseManager")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".em.query..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("EnterpriseManager")
                .check(CLASSES);
    }

    @Test
    void webMethodsArePublicAndRequirePost() {
        methods()
                .that()
                .haveNameMatching("do[A-Z].*")
                .and()
                .arePublic()
                .should(beAnnotatedWith(POST.class).or(beAnnotatedWith(RequirePOST.class)))
                .check(CLASSES);
        methods().that().haveNameMatching("do[A-Z].*").should().bePublic().check(CLASSES);
    }

    @Test
    void webMethodsCheckAPermission() {
        methods()
                .that()
                .haveNameMatching("do[A-Z].*")
                .should(checkAPermission())
                .check(CLASSES);
    }

    /** Directly, or in a method of this plugin that it calls. */
    private static ArchCondition<JavaMethod> checkAPermission() {
        return new ArchCondition<>("check a permission") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean checks = checksPermission(method)
                        || method.getMethodCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember())
                                .anyMatch(target -> target.isPresent()
                                        && target.get() instanceof JavaMethod
                                        && checksPermission((JavaMethod) target.get()));
                events.add(new SimpleConditionEvent(method, checks, method.getFullName() + " checks no permission"));
            }
        };
    }

    private static boolean checksPermission(JavaMethod method) {
        Set<String> called = method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget().getName())
                .collect(Collectors.toSet());
        return called.contains("checkPermission") || called.contains("hasPermission") || called.contains("toConfigure");
    }
}
