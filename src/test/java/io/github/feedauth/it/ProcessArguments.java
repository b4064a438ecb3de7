package io.github.feedauth.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The command lines of a case's processes while it builds, as any user of the machine can see them. */
public final class ProcessArguments {
    private static final String COMMANDS = "commands.txt";
    private static final String OVER = "commands.over";

    private ProcessArguments() {}

    /** Begins to write them, each once, into the case's folder. */
    public static void watch(File folder) {
        Thread watcher = new Thread(() -> write(folder.toPath()), "process arguments");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Ends the watch, and gives what was written. */
    public static String seen(File folder) throws IOException {
        Files.createFile(folder.toPath().resolve(OVER));
        return Files.readString(folder.toPath().resolve(COMMANDS));
    }

    private static void write(Path folder) {
        Set<String> known = new HashSet<>();
        while (Files.notExists(folder.resolve(OVER))) {
            ProcessHandle.current()
                    .descendants()
                    .flatMap(process -> process.info().commandLine().stream())
                    .filter(known::add)
                    .forEach(command -> append(folder.resolve(COMMANDS), command));
            LockSupport.parkNanos(2_000_000L);
        }
    }

    private static void append(Path file, String command) {
        try {
            Files.writeString(file, command + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
