package io.github.feedauth.check;

import io.github.feedauth.client.NpmUserFile;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.npmrc.EnvExpansion;
import io.github.feedauth.npmrc.NpmrcDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what npm would read, as {@code @npmcli/config} of npm 9 to 12 does: the flag that frontend-maven-plugin gives, the
 * environment, the project's file, the user's, the global one, and the one that comes with npm. Nothing is written.
 */
public final class NpmConfigReader {
    private static final String ENVIRONMENT_PREFIX = "npm_config_";

    /** Of Yarn 1, which takes such a variable before one of npm's, but not to find the global file. */
    private static final String YARN_PREFIX = "yarn_";

    /** No configuration file is larger; bytes. */
    private static final int MOST = 16 * 1024 * 1024;

    private final NpmUserFile npmUserFile;
    private final Optional<Path> node;
    private final Map<Path, Path> names;

    /**
     * Reads for one environment.
     *
     * @param npmUserFile where the user's file is, with the environment that npm runs in
     * @param node the program that runs npm, links resolved, from which npm's prefix follows; empty where it is not known
     */
    public NpmConfigReader(NpmUserFile npmUserFile, Optional<Path> node) {
        this(npmUserFile, node, Map.of());
    }

    /**
     * As the other, where files are read that stand for others.
     *
     * @param names what such files are called
     */
    public NpmConfigReader(NpmUserFile npmUserFile, Optional<Path> node, Map<Path, Path> names) {
        this.npmUserFile = npmUserFile;
        this.node = node;
        this.names = Map.copyOf(names);
    }

    /** Reads the configuration of a folder. */
    public NpmConfig read(CheckRequest request) {
        Path folder = request.folder();
        ProjectFiles project = ProjectFiles.of(request);
        List<Setting> settings = new ArrayList<>(request.flags());
        settings.addAll(environment(ENVIRONMENT_PREFIX));
        List<ConfigSource> files = new ArrayList<>();
        for (Path file : project.beforeUser()) {
            if (!file.equals(npmUserFile.path(folder, Optional.empty()))) {
                read(ConfigLevel.PROJECT, file, files, settings);
            }
        }
        read(
                ConfigLevel.USER,
                npmUserFile.path(folder, value(settings, ConfigLevel.PROJECT, "userconfig")),
                files,
                settings);
        Optional<Path> installed = node.map(this::prefixOf);
        builtIn(installed).ifPresent(file -> read(ConfigLevel.BUILT_IN, file, files, settings));
        globalFile(folder, settings, installed).ifPresent(file -> read(ConfigLevel.GLOBAL, file, files, settings));
        for (Path file : project.last()) {
            if (files.stream().noneMatch(read -> read.file().equals(file))) {
                read(ConfigLevel.ABOVE, file, files, settings);
            }
        }
        if (request.yarnClassic()) {
            settings.addAll(0, environment(YARN_PREFIX));
        }
        return new NpmConfig(files, settings);
    }

    /** The file of a workspace's member that is passed over for that of the root. */
    Optional<ConfigSource> ignored(CheckRequest request) {
        return ProjectFiles.of(request).ignoresMember()
                ? Optional.of(source(ConfigLevel.PROJECT, request.folder().resolve(".npmrc")))
                        .filter(source -> Files.exists(source.file()))
                : Optional.empty();
    }

    /** {@code loadEnv}: an empty variable is none; where two letter cases are set, the upper case, as in {@link NpmUserFile}. */
    private List<Setting> environment(String prefix) {
        Map<String, String> variables = npmUserFile.environment();
        EnvExpansion expansion = new EnvExpansion(variables);
        List<Setting> settings = new ArrayList<>();
        for (String name : new TreeSet<>(variables.keySet())) {
            boolean prefixed = name.regionMatches(true, 0, prefix, 0, prefix.length());
            String value = variables.get(name);
            if (prefixed && !value.isEmpty()) {
                String key = environmentKey(name.substring(prefix.length()));
                settings.add(new Setting(
                        ConfigLevel.ENVIRONMENT,
                        Place.named("environment variable " + name),
                        expansion.expand(key),
                        environmentValue(value.strip(), expansion),
                        Set.of(),
                        expansion.unset(value)));
            }
        }
        return settings;
    }

    private static String environmentKey(String name) {
        if (name.startsWith("//") || name.isEmpty()) {
            return name;
        }
        return (name.charAt(0) + name.substring(1).replace('_', '-')).toLowerCase(Locale.ROOT);
    }

    private static String environmentValue(String value, EnvExpansion expansion) {
        return switch (value) {
            case "false", "null", "undefined" -> "";
            default -> expansion.expand(value);
        };
    }

    private void read(ConfigLevel level, Path file, List<ConfigSource> files, List<Setting> settings) {
        ConfigSource source = source(level, file);
        files.add(source);
        if (source.document().isPresent()) {
            NpmrcDocument document = source.document().get();
            Map<String, Integer> lines = document.configurationLines();
            Map<String, Set<String>> unsetInKeys = document.unsetInKeys();
            Map<String, Set<String>> unsetInValues = document.unsetInValues();
            document.configuration()
                    .forEach((key, value) -> settings.add(new Setting(
                            level,
                            new Place(source.name(), lines.getOrDefault(key, 0)),
                            key,
                            value,
                            unsetInKeys.getOrDefault(key, Set.of()),
                            unsetInValues.getOrDefault(key, Set.of()))));
        }
    }

    private ConfigSource source(ConfigLevel level, Path file) {
        String name = names.getOrDefault(file, file).toString();
        if (!Files.exists(file)) {
            return new ConfigSource(level, file, name, Optional.empty(), Optional.empty());
        }
        try {
            if (Files.size(file) > MOST) {
                throw new IOException("more than 16 MiB");
            }
            byte[] content = Files.readAllBytes(file);
            NpmrcDocument document = NpmrcDocument.parseAsNpm(content, Printable.name(name), npmUserFile.environment());
            return new ConfigSource(
                    level, file, name, Optional.of(document), EncodingFindings.malformed("npm", name, content));
        } catch (IOException e) {
            return new ConfigSource(
                    level,
                    file,
                    name,
                    Optional.empty(),
                    Optional.of(Finding.of(
                            Code.UNREADABLE_FILE,
                            Place.named(name),
                            "This file can't be read, so npm passes over it without a word",
                            "Make it readable for the user who runs npm")));
        } catch (FeedAuthFailure e) {
            return new ConfigSource(
                    level,
                    file,
                    name,
                    Optional.empty(),
                    Optional.of(Finding.of(
                            Code.ENCODING,
                            Place.named(name),
                            e.what() + ": npm reads none of its settings",
                            e.nextStep())));
        }
    }

    private Optional<Path> globalFile(Path folder, List<Setting> settings, Optional<Path> installed) {
        Optional<String> file = strongest(settings, "globalconfig");
        if (file.isPresent()) {
            return Optional.of(npmUserFile.resolve(file.get(), folder));
        }
        Optional<Path> prefix = strongest(settings, "prefix")
                .map(text -> npmUserFile.resolve(text, folder))
                .or(() -> Optional.of(npmUserFile.environment().getOrDefault("PREFIX", ""))
                        .filter(text -> !text.isEmpty())
                        .map(folder::resolve))
                .or(() -> installed);
        return prefix.map(path -> path.resolve("etc/npmrc").normalize());
    }

    /** {@code /usr/local} of {@code /usr/local/bin/node}; on Windows the folder of {@code node.exe}. */
    private Path prefixOf(Path program) {
        Path bin = program.toAbsolutePath().normalize().getParent();
        if (npmUserFile.windows() || bin.getParent() == null) {
            return bin;
        }
        Path prefix = bin.getParent();
        String stage = npmUserFile.environment().getOrDefault("DESTDIR", "");
        return stage.isEmpty() ? prefix : Path.of(stage, prefix.toString());
    }

    private Optional<Path> builtIn(Optional<Path> installed) {
        return installed
                .map(prefix -> prefix.resolve(npmUserFile.windows() ? "node_modules" : "lib/node_modules")
                        .resolve("npm/npmrc"))
                .filter(Files::isRegularFile);
    }

    private static Optional<String> strongest(List<Setting> settings, String key) {
        for (ConfigLevel level : ConfigLevel.values()) {
            Optional<String> value = value(settings, level, key);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> value(List<Setting> settings, ConfigLevel level, String key) {
        return settings.stream()
                .filter(setting -> setting.level() == level && setting.key().equals(key))
                .map(Setting::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
