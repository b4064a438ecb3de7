package io.github.feedauth.feed;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.net.URLDecoder;

@AnalyzeClasses(packages = "io.github.feedauth.feed", importOptions = ImportOption.DoNotIncludeTests.class)
class FeedPurityTest {

    @ArchTest
    static final ArchRule a_feed_is_text_and_opens_nothing = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.github.feedauth.feed",
                            "io.github.feedauth.failure",
                            "java.lang..",
                            "java.math",
                            "java.nio",
                            "java.nio.charset",
                            "java.text",
                            "java.util..")
                    .or(belongToAnyOf(IDN.class, URLDecoder.class)));
}
