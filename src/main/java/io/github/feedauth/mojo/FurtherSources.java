package io.github.feedauth.mojo;

import io.github.feedauth.configure.Entra;
import io.github.feedauth.credential.AccessTokenSource;
import io.github.feedauth.credential.AzureCli;
import io.github.feedauth.credential.AzureIdentity;
import io.github.feedauth.credential.CredentialSource;
import io.github.feedauth.credential.EntraSource;
import io.github.feedauth.credential.FeedEndpointsSource;
import io.github.feedauth.credential.PipelineSource;
import io.github.feedauth.project.MavenEnvironment;
import io.github.feedauth.project.SessionMemory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/** The sources that most builds never come to, made when the others have no answer. */
record FurtherSources(
        MavenEnvironment machine, Map<String, String> variables, SessionMemory memory, Entra entra, Log log)
        implements Supplier<List<CredentialSource>> {

    /** What the modules of a build share: a token lives an hour, and the Azure CLI takes seconds for each. */
    private static final class SignedIn {
        final Map<Entra, EntraSource> sources = new ConcurrentHashMap<>();
    }

    @Override
    public List<CredentialSource> get() {
        List<CredentialSource> sources = new ArrayList<>();
        sources.add(memory.one(FeedEndpointsSource.class, () -> new FeedEndpointsSource(variables, log::warn)));
        sources.add(new AccessTokenSource(variables));
        sources.add(new PipelineSource(variables));
        if (entra != Entra.NONE) {
            sources.add(memory.one(SignedIn.class, SignedIn::new).sources.computeIfAbsent(entra, way -> signIn()));
        }
        return sources;
    }

    private EntraSource signIn() {
        return entra == Entra.AZURE_CLI
                ? new EntraSource(
                        "the Azure CLI",
                        new AzureCli(variables, machine.windows(), AzureCli.PATIENCE),
                        Clock.systemUTC())
                : new EntraSource("azure-identity", new AzureIdentity(), Clock.systemUTC());
    }
}
