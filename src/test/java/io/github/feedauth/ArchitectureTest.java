package io.github.feedauth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
            .resideInAnyPackage("..feedauth.npmrc..", "..feedauth.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule no_static_holds_state =
            fields().that().areStatic().should().beFinal();
}
