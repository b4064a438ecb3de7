package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.project.Build;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class TypedGoalsTest {
    private static final String HINT = "Run mvn feedauth:configure, and then mvn feedauth:check";
    private static final String FULL = "mvn io.github.feedauth:feedauth-maven-plugin:1.2.3:";

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject module = Build.module(Path.of("/srv/web"));

    @Test
    void a_POM_that_does_not_name_the_plugin_knows_no_prefix() {
        assertThat(typed(HINT, module)).isEqualTo("Run " + FULL + "configure, and then " + FULL + "check");
    }

    @Test
    void nor_is_there_one_without_a_POM_where_only_check_can_be_run() {
        MavenProject none = new MavenProject();
        assertThat(typed(HINT, none))
                .isEqualTo("Run " + FULL + "configure beside the project's pom.xml, and then " + FULL + "check");
    }

    @Test
    void a_POM_that_names_or_manages_the_plugin_knows_it() {
        module.getBuild().addPlugin(self().getPlugin());
        assertThat(typed(HINT, module)).isEqualTo(HINT);

        MavenProject managing = Build.module(Path.of("/srv/web"));
        managing.getBuild().setPluginManagement(new PluginManagement());
        managing.getBuild().getPluginManagement().addPlugin(self().getPlugin());
        assertThat(typed(HINT, managing)).isEqualTo(HINT);
    }

    @Test
    void a_plugin_group_of_the_settings_does_so_everywhere() {
        request.setPluginGroups(List.of("io.github.feedauth"));
        assertThat(typed(HINT, module)).isEqualTo(HINT);
    }

    @Test
    void all_else_stays() {
        assertThat(typed("frontend-maven-plugin:npm runs before feedauth:configure", module))
                .isEqualTo("frontend-maven-plugin:npm runs before feedauth:configure");
    }

    private String typed(String text, MavenProject top) {
        return new TypedGoals(Build.session(request, top), self()).in(text);
    }

    private static MojoExecution self() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.feedauth");
        plugin.setArtifactId("feedauth-maven-plugin");
        plugin.setVersion("1.2.3");
        return new MojoExecution(plugin, "check", "default-cli");
    }
}
