package io.github.feedauth.mojo;

import io.github.feedauth.credential.AccessTokenSource;
import io.github.feedauth.credential.CredentialSource;
import io.github.feedauth.credential.FeedEndpointsSource;
import io.github.feedauth.credential.PipelineSource;
import io.github.feedauth.project.SessionMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/** The sources that most builds never come to, made when the others have no answer. */
record FurtherSources(Map<String, String> variables, SessionMemory memory, Log log)
        implements Supplier<List<CredentialSource>> {

    @Override
    public List<CredentialSource> get() {
        List<CredentialSource> sources = new ArrayList<>();
        sources.add(memory.one(FeedEndpointsSource.class, () -> new FeedEndpointsSource(variables, log::warn)));
        sources.add(new AccessTokenSource(variables));
        sources.add(new PipelineSource(variables));
        return sources;
    }
}
