package io.github.feedauth.mojo;

import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.configure.Configure;
import io.github.feedauth.configure.CredentialLedger;
import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.credential.EnvironmentSource;
import io.github.feedauth.credential.ServerSource;
import io.github.feedauth.project.MavenEnvironment;
import io.github.feedauth.project.ProjectRepositories;
import io.github.feedauth.project.SessionMemory;
import io.github.feedauth.project.SettingsServers;
import io.github.feedauth.store.ConfigFiles;
import io.github.feedauth.store.EphemeralFiles;
import io.github.feedauth.store.StateFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Puts the core together from what Maven injects. */
final class Assembly {
    private final MavenSession session;
    private final MavenEnvironment machine;
    private final Map<String, String> variables;
    private final NpmUserFile npmUserFile;

    Assembly(MavenSession session) {
        this.session = session;
        this.machine = new MavenEnvironment(session);
        this.variables = machine.variables();
        this.npmUserFile = new NpmUserFile(variables, machine.windows(), machine.operatingSystemHome());
    }

    /** The main job, with what it shares with the other modules of the build. */
    Configure configure(CredentialChain credentials) {
        SessionMemory memory = new SessionMemory(session);
        StateFolder state = StateFolder.of(variables, machine.windows(), npmUserFile.home());
        ConfigFiles files = memory.one(ConfigFiles.class, () -> new ConfigFiles(state, ConfigFiles.DEFAULT_WAIT));
        CredentialLedger ledger = memory.one(CredentialLedger.class, CredentialLedger::new);
        return new Configure(
                files,
                credentials,
                npmUserFile,
                ledger,
                () -> memory.one(EphemeralFiles.class, () -> new EphemeralFiles(state)));
    }

    /** The sources of credentials, in the order in which they are asked. */
    CredentialChain credentials(
            MavenProject project, SettingsDecrypter decrypter, String patEnvName, String serverId, Log log) {
        SettingsServers servers = new SessionMemory(session)
                .one(SettingsServers.class, () -> new SettingsServers(session.getSettings(), decrypter, log::warn));
        return new CredentialChain(List.of(
                new EnvironmentSource(variables, patEnvName),
                new ServerSource(
                        servers,
                        Optional.ofNullable(serverId).filter(id -> !id.isBlank()),
                        new ProjectRepositories(project.getModel()).all())));
    }
}
