package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class UnsetPropertiesTest {
    private final MavenProject module = Build.module(Path.of("/srv/web"));
    private final MavenSession session = Build.session(new DefaultMavenExecutionRequest(), module);

    @Test
    void a_parameter_that_is_nothing_but_an_unset_property_is_refused_wherever_it_stands() {
        refused(
                "<credentialStore>${store}</credentialStore>",
                "<credentialStore> refers",
                "(parameter credentialStore: ${store})");
        refused(
                "<feed><url>https://h/</url><scopes> ${sc} </scopes></feed>",
                "<scopes> refers",
                "(parameter feed, scopes: ${sc})");
        refused(
                "<feeds><feed>${env.NO_FEED}</feed></feeds>",
                "<feed> refers",
                "(parameter feeds, feed: ${env.NO_FEED})");
    }

    @Test
    void one_that_is_set_is_Mavens_to_fill_in() {
        module.getProperties().setProperty("sc", "@tools");
        passed("<feed><scopes>${sc}</scopes><name>${project.basedir}</name></feed>");
    }

    /** Maven puts the parameter's own property in the place of every parameter that the POM leaves out. */
    @Test
    void a_parameter_that_the_POM_leaves_out_is_none_and_so_is_plain_text() {
        passed("<serverId>${feedauth.serverId}</serverId><credentialStore>user</credentialStore><feeds/>");
        passed("<feed>https://h/${a}/${b}</feed>");
    }

    @Test
    void a_switch_may_wait_for_a_property_that_nobody_sets() {
        passed("<skip>${skipTests}</skip><dryRun>${env.DRY_RUN}</dryRun><reportFile>${report}</reportFile>");
    }

    private void refused(String parameters, String... parts) {
        assertThatThrownBy(() -> look(parameters))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContainingAll(parts);
    }

    private void passed(String parameters) {
        assertThatCode(() -> look(parameters)).doesNotThrowAnyException();
    }

    private void look(String parameters) throws Exception {
        MojoExecution execution = new MojoExecution(Build.plugin("g", "a", Map.of()), "configure", "default");
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + parameters + "</configuration>")));
        new UnsetProperties(session, execution).refuse();
    }
}
