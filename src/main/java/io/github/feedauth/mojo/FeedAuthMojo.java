package io.github.feedauth.mojo;

import io.github.feedauth.configure.Flag;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.project.UnsetProperties;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the feeds, that they can be skipped, and that they tell what the user can mend from what is a bug. */
abstract class FeedAuthMojo extends AbstractMojo {

    /**
     * The one feed: its npm registry URL as text, or the elements of a feed. Use either this or {@code feeds}. What a goal does
     * without both, its own description says.
     *
     * <p>Example: {@code <feed>https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/</feed>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.feed")
    private FeedParameter feed;

    /**
     * Several feeds; at most one of them without {@code scopes}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<FeedParameter> feeds;

    /**
     * Does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "feedauth.skip", defaultValue = "false")
    private String skip;

    private final String goal;
    private final MavenSession session;
    private final MojoExecution execution;

    /** @param goal its name */
    FeedAuthMojo(String goal, MavenSession session, MojoExecution execution) {
        this.goal = goal;
        this.session = session;
        this.execution = execution;
    }

    @Override
    public final void execute() throws MojoFailureException, MojoExecutionException {
        try {
            if (Flag.parse(skip, "skip")) {
                getLog().info("Skipped: feedauth.skip is set");
                skipped();
                return;
            }
            run();
        } catch (FeedAuthFailure failure) {
            throw new MojoFailureException(
                    new TypedGoals(session, execution).in(failure.getMessage()), failure.getCause());
        } catch (InvalidPathException path) {
            throw new MojoFailureException(
                    new FeedAuthFailure(
                                    "This is no path on this machine: " + path.getReason(),
                                    Printable.name(path.getInput()),
                                    "Correct it; or start Maven where file names may have any letter, as with LC_ALL=C.UTF-8")
                            .getMessage(),
                    path);
        } catch (RuntimeException bug) {
            throw new MojoExecutionException("Unexpected failure of feedauth:" + goal + ": " + bug, bug);
        }
    }

    /**
     * Looks at the parameters before anything is done with them.
     *
     * @throws FeedAuthFailure as {@link UnsetProperties#refuse}
     */
    final void requireProperties() {
        new UnsetProperties(session, execution).refuse();
    }

    /** The feeds that the user names. */
    final FeedsParameter namedFeeds() {
        return new FeedsParameter(feed, feeds);
    }

    /** Where the goal is skipped, and others wait for it. */
    void skipped() throws MojoFailureException, MojoExecutionException {}

    /**
     * Does the work.
     *
     * @throws FeedAuthFailure where the user can mend it
     * @throws MojoFailureException where the build has to fail for what the goal was asked to find
     * @throws MojoExecutionException where Maven itself fails
     */
    abstract void run() throws MojoFailureException, MojoExecutionException;
}
