package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A second process that uses the store. */
final class Child {
    static final int HALTED = 77;

    private Child() {}

    /** What to type to start it. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Child.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).inheritIO().start();
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Path state = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "write" -> write(new LocalDisk(), file, state, arguments[3]);
            case "count" -> count(file, state, arguments[3], Integer.parseInt(arguments[4]));
            case "halt" -> halt(file, state, arguments[3], Integer.parseInt(arguments[4]));
            case "try" -> tryLock(file, state);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Adds numbered lines of this name, each in a change of its own. */
    static void count(Path file, Path state, String name, int edits) {
        ConfigFile user = ConfigFile.user(file);
        ConfigFiles files = new ConfigFiles(StateFolder.at(state), Duration.ofSeconds(100));
        for (int i = 0; i < edits; i++) {
            String line = name + "-" + i;
            files.update(
                    Set.of(user),
                    transaction -> transaction.stage(
                            user,
                            Ledger.with(transaction.read(user).orElse(new byte[0]), line)
                                    .getBytes(UTF_8)));
        }
    }

    private static void write(Disk disk, Path file, Path state, String text) {
        ConfigFile user = ConfigFile.user(file);
        new ConfigFiles(disk, StateFolder.at(state), Duration.ofSeconds(5))
                .update(Set.of(user), transaction -> transaction.stage(user, text.getBytes(UTF_8)));
    }

    private static void halt(Path file, Path state, String text, int step) {
        int[] steps = {0};
        write(
                SteppedDisk.watchedBy(name -> {
                    if (steps[0]++ == step) {
                        Runtime.getRuntime().halt(HALTED);
                    }
                }),
                file,
                state,
                text);
    }

    private static void tryLock(Path file, Path state) {
        ConfigFiles files = new ConfigFiles(StateFolder.at(state), Duration.ofMillis(1));
        try (FileTransaction transaction = files.begin(Set.of(ConfigFile.user(file)))) {
            transaction.read(ConfigFile.user(file));
        } catch (io.github.feedauth.failure.FeedAuthFailure e) {
            System.exit(HALTED);
        }
    }

    private static String classPath() {
        return List.of(ConfigFiles.class, Child.class).stream()
                .map(type -> Path.of(java.net.URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }
}
