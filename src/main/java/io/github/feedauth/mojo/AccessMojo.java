package io.github.feedauth.mojo;

import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common that are about getting in: for which front ends, and with whose credential. */
abstract class AccessMojo extends FeedAuthMojo {

    /**
     * The id of the {@code <server>} in settings.xml whose password is the PAT. Without it, a server whose id is the feed's name,
     * the id of the Maven repository that is the feed's twin, or the feed's host.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.serverId")
    String serverId;

    /**
     * The <em>name</em> of the environment variable that holds the PAT; never the PAT itself. Asked before settings.xml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.patEnvName", defaultValue = "FEEDAUTH_PAT")
    String patEnvName;

    /**
     * Whether to ask Microsoft Entra for a token where no other source has one: {@code azure-cli} of the Azure CLI, {@code
     * azure-identity} by the library of that name, which has to stand among the plugin's dependencies, {@code none} not at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.entra", defaultValue = "none")
    String entra;

    /**
     * The folder or folders with {@code package.json}, relative to the module's. Default: where frontend-maven-plugin runs package
     * managers in this POM, else the module's own folder. A folder without {@code package.json} is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.workingDirectory")
    List<File> workingDirectory;

    /**
     * Permits plain http to a host other than this machine. The PAT then crosses the network in clear.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.allowInsecureHttp", defaultValue = "false")
    String allowInsecureHttp;

    AccessMojo(String goal, MavenSession session, MojoExecution execution) {
        super(goal, session, execution);
    }
}
