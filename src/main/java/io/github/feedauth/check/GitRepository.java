package io.github.feedauth.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What git thinks of a file. Git itself is asked, with the file's name and nothing else on its command line. It is the one child
 * process of this plugin.
 */
final class GitRepository {
    private static final int SECONDS = 10;

    /** Whether a file will be, or is, part of the repository. */
    enum State {
        TRACKED,
        NOT_IGNORED,
        /** Ignored, outside of any repository, or git could not tell. */
        SAFE
    }

    /** @param named absolute; of a link, what it leads to counts, since git tracks no more than the link itself */
    State of(Path named) {
        Path file = real(named);
        if (!isInRepository(file)) {
            return State.SAFE;
        }
        if (git(file, "ls-files", "--error-unmatch") == 0) {
            return State.TRACKED;
        }
        return git(file, "check-ignore", "--quiet") == 1 ? State.NOT_IGNORED : State.SAFE;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static boolean isInRepository(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /** Git's exit status; -1 where it can't be run or takes too long. A repository's own programs are not started. */
    private static int git(Path file, String... command) {
        List<String> line = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
        line.addAll(List.of(command));
        line.addAll(List.of("--", file.getFileName().toString()));
        try {
            Process git = new ProcessBuilder(line)
                    .directory(file.getParent().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (git.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return git.exitValue();
            }
            git.destroyForcibly();
            return -1;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
