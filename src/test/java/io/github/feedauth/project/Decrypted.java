package io.github.feedauth.project;

import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** What Maven's decrypter says of servers, made by hand. */
public record Decrypted(List<Server> servers, List<SettingsProblem> problems) implements SettingsDecryptionResult {
    @Override
    public Server getServer() {
        return servers.get(0);
    }

    @Override
    public List<Server> getServers() {
        return servers;
    }

    @Override
    public Proxy getProxy() {
        return null;
    }

    @Override
    public List<Proxy> getProxies() {
        return List.of();
    }

    @Override
    public List<SettingsProblem> getProblems() {
        return problems;
    }
}
