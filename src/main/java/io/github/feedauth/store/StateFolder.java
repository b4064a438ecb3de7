package io.github.feedauth.store;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this program keeps what belongs to no project, its locks first of all: a folder of this user alone, created when it is
 * first needed.
 *
 * @param candidates absolute paths, the best first
 */
public record StateFolder(List<Path> candidates) {
    public StateFolder {
        candidates = List.copyOf(candidates);
    }

    /** Exactly this folder. */
    public static StateFolder at(Path folder) {
        return new StateFolder(List.of(folder.toAbsolutePath()));
    }

    /**
     * Where such things go by custom: {@code $XDG_STATE_HOME/feedauth} when that is an absolute path, else
     * {@code ~/.local/state/feedauth} (XDG base directory specification), on Windows {@code %LOCALAPPDATA%\feedauth}; where
     * that can't be created, {@code feedauth-<user>} in the folder for temporary files.
     *
     * @param environment the process's variables
     * @param windows whether this is Windows
     * @param home the user's home folder
     */
    public static StateFolder of(Map<String, String> environment, boolean windows, Path home) {
        Path base = absolute(environment.get(windows ? "LOCALAPPDATA" : "XDG_STATE_HOME"))
                .orElse(
                        windows
                                ? home.resolve("AppData").resolve("Local")
                                : home.resolve(".local").resolve("state"));
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return new StateFolder(List.of(
                base.resolve("feedauth").toAbsolutePath(),
                Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("feedauth-" + user)
                        .toAbsolutePath()));
    }

    /**
     * The folder, created for its owner only where it is missing.
     *
     * @throws FeedAuthFailure when no candidate is, or can be made, a folder of this user alone
     */
    public Path ensure() {
        return ensure(new LocalDisk());
    }

    Path ensure(Disk disk) {
        List<String> reasons = new ArrayList<>();
        IOException last = null;
        for (Path candidate : candidates) {
            try {
                return new PrivateFolder(disk).ensure(candidate);
            } catch (IOException e) {
                reasons.add(Refusal.name(candidate) + ": " + Refusal.reason(e));
                last = e;
            }
        }
        throw new FeedAuthFailure(
                "There is no private folder for the locks that keep builds from writing at the same time",
                String.join("; ", reasons),
                "Make one of these folders writable, or name another with XDG_STATE_HOME (on Windows LOCALAPPDATA)",
                last);
    }

    /** The folder, if it has been made; nothing is created. */
    public Optional<Path> find() {
        return find(new LocalDisk());
    }

    Optional<Path> find(Disk disk) {
        for (Path candidate : candidates) {
            try {
                Optional<Path> found = new PrivateFolder(disk).find(candidate);
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException e) {
                // As in ensure: the next one would have been taken.
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> absolute(String value) {
        Path path = value == null || value.isBlank() ? null : Path.of(value);
        return path != null && path.isAbsolute() ? Optional.of(path) : Optional.empty();
    }
}
