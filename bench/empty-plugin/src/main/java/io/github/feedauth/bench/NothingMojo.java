package io.github.feedauth.bench;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing: the floor that {@code feedauth:configure} is measured against. */
@Mojo(name = "nothing", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class NothingMojo extends AbstractMojo {
    @Override
    public void execute() {}
}
