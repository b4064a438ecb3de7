package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A user file and a project's file, and the change of both that the tests interrupt.
 *
 * @param folder holds the two files' folders and the state folder
 */
record TwoFiles(Path folder) {
    static final String OLD_USER = "old user\n".repeat(1000);
    static final String NEW_USER = "new user\n".repeat(2000);
    static final String OLD_PROJECT = "old project\n".repeat(1000);
    static final String NEW_PROJECT = "new project\n".repeat(2000);

    /** The two files with old bytes in a folder that must not exist yet; no lock was ever taken there. */
    static TwoFiles in(Path folder) throws IOException {
        TwoFiles files = new TwoFiles(Files.createDirectory(folder));
        Files.createDirectory(files.user().path().getParent());
        Files.createDirectory(files.project().path().getParent());
        Files.writeString(files.user().path(), OLD_USER);
        Files.setPosixFilePermissions(files.user().path(), Modes.OWNER_ONLY);
        Files.writeString(files.project().path(), OLD_PROJECT);
        return files;
    }

    ConfigFile user() {
        return ConfigFile.user(folder.resolve("home/.npmrc"));
    }

    ConfigFile project() {
        return ConfigFile.project(folder.resolve("web/.npmrc"), folder.resolve("web"));
    }

    String userText() throws IOException {
        return Files.readString(user().path());
    }

    String projectText() throws IOException {
        return Files.readString(project().path());
    }

    /** The temporary files that lie beside the two. */
    List<String> temporaries() throws IOException {
        List<String> names =
                new ArrayList<>(ConfigFilesTest.namesIn(user().path().getParent()));
        names.addAll(ConfigFilesTest.namesIn(project().path().getParent()));
        names.removeIf(name -> name.equals(".npmrc"));
        return names;
    }

    /** Gives both their new bytes. */
    List<Change> change(Disk disk) {
        return new ConfigFiles(disk, StateFolder.at(folder.resolve("state")), Duration.ofSeconds(1))
                        .update(List.of(user(), project()), transaction -> {
                            transaction.stage(user(), NEW_USER.getBytes(UTF_8));
                            transaction.stage(project(), NEW_PROJECT.getBytes(UTF_8));
                        })
                        .stream()
                        .map(Outcome::change)
                        .toList();
    }
}
