package io.github.feedauth;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;

/** The house rules of the packages: who may know Maven, no cycles, no state that outlives a build. */
@AnalyzeClasses(packages = "io.github.feedauth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_goals_and_the_project_adapters_know_maven = noClasses()
            .that()
            .resideOutsideOfPackages("..feedauth.mojo..", "..feedauth.project..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.github.feedauth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pure_packages_touch_neither_files_nor_the_network = noClasses()
            .that()
            .resideInAnyPackage("..feedauth.npmrc..", "..feedauth.yarnrc..", "..feedauth.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    /** Each package and what it builds upon: nothing of asking and telling is loaded by a build that only configures. */
    @ArchTest
    static final ArchRule nobody_but_the_goals_knows_of_check = noClasses()
            .that()
            .resideOutsideOfPackages("..feedauth.mojo..", "..feedauth.check..", "..feedauth.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..feedauth.check..", "..feedauth.publish..");

    @ArchTest
    static final ArchRule only_check_and_the_adapters_know_of_probe = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..feedauth.mojo..",
                    "..feedauth.project..",
                    "..feedauth.check..",
                    "..feedauth.publish..",
                    "..feedauth.probe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..feedauth.probe..");

    @ArchTest
    static final ArchRule only_probe_speaks_http = noClasses()
            .that()
            .resideOutsideOfPackage("..feedauth.probe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule no_static_holds_state =
            fields().that().areStatic().should().beFinal();

    /**
     * A secret must never get into an argument list, which every user of the machine can read: git gets the name of a
     * file, and the Azure CLI the resource that a token is for.
     */
    @ArchTest
    static final ArchRule nothing_starts_a_process_but_the_question_to_git_and_the_Azure_CLI = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.github.feedauth.check.GitRepository")
            .and()
            .doNotHaveFullyQualifiedName("io.github.feedauth.credential.AzureCli")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class)
            .orShould()
            .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exec"))));

    @ArchTest
    static final ArchRule only_the_log_speaks_to_the_user = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule only_the_agent_of_a_pipeline_is_written_to_past_the_log = noClasses()
            .that()
            .doNotHaveSimpleName("PipelineAgent")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(FileDescriptor.class);

    /** {@code -X} prints every parameter, fields of nested objects included. */
    @ArchTest
    static final ArchRule no_parameter_is_named_like_a_secret = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..feedauth.mojo..")
            .and()
            .areNotStatic()
            .and()
            .doNotHaveName("patEnvName")
            .should()
            .haveNameNotMatching("(?i:.*(password|passwd|passphrase|secret|token).*)|pat|pat[A-Z].*|.*Pat([A-Z].*)?");

    @ArchTest
    static final ArchRule no_parameter_can_hold_a_secret = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..feedauth.mojo..")
            .should()
            .haveRawType(resideInAPackage("..feedauth.credential.."));
}
