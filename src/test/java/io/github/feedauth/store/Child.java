package io.github.feedauth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.failure.FeedAuthFailure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A second process that uses the store. */
final class Child {
    static final int HALTED = 77;
    /** How the answer of a child that did what it was told begins. */
    static final String DONE = "done: ";
    /** How its answer begins when the store refused. */
    static final String REFUSED = "refused: ";

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

    /** One that is spoken to by its standard streams. */
    static Process piped(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("obey")) {
            obey();
            return;
        }
        Path file = Path.of(arguments[1]);
        Path state = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "write" -> write(new LocalDisk(), ConfigFile.user(file), state, arguments[3]);
            case "count" -> count(file, state, arguments[3], Integer.parseInt(arguments[4]));
            case "project" -> write(new LocalDisk(), ConfigFile.project(file, file.getParent()), state, arguments[3]);
            case "halt" -> halt(file, state, arguments[3], Integer.parseInt(arguments[4]));
            case "halt after" -> haltAfter(file, state, arguments[3], arguments[4]);
            case "lend" -> lend(state);
            case "try" -> System.exit(busy(file, state) ? HALTED : 0);
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
                    List.of(user),
                    transaction -> transaction.stage(
                            user,
                            Ledger.with(transaction.read(user).orElse(new byte[0]), line)
                                    .getBytes(UTF_8)));
        }
    }

    /** Lends a file, says where it is, and ends when its input does. */
    private static void lend(Path machine) throws IOException {
        EphemeralFiles files = new EphemeralFiles(StateFolder.at(machine.resolve("state")));
        System.out.println(files.write("lent".getBytes(UTF_8), "npmrc").path());
        System.in.read();
    }

    /**
     * Tells the number of the thread that works, then makes one change of {@link TwoFiles} for each folder that it is told, and tells
     * how it went. Reading and telling is another thread's business, so that a trace of the first shows nothing but the change.
     */
    private static void obey() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        System.out.println(worker.submit(() ->
                        Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName())
                .get());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            TwoFiles files = new TwoFiles(Path.of(order));
            System.out.println(worker.submit(() -> told(files)).get());
        }
        worker.shutdown();
    }

    private static String told(TwoFiles files) {
        new File(SystemCall.BEGIN).exists();
        try {
            return DONE + files.change(new LocalDisk());
        } catch (FeedAuthFailure e) {
            return REFUSED + e.getMessage().replace('\n', ' ');
        } catch (RuntimeException | Error e) {
            return "broken: " + e;
        } finally {
            new File(SystemCall.END).exists();
        }
    }

    private static void write(Disk disk, ConfigFile file, Path state, String text) {
        new ConfigFiles(disk, StateFolder.at(state), Duration.ofSeconds(5))
                .update(List.of(file), transaction -> transaction.stage(file, text.getBytes(UTF_8)));
    }

    /** Dies before one of the steps that follow the opening of the first lock file. */
    private static void halt(Path file, Path state, String text, int step) {
        int[] steps = {-1};
        Disk disk = SteppedDisk.watchedBy(name -> {
            if ((steps[0] >= 0 || name.equals("openLock")) && ++steps[0] == step) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        write(disk, ConfigFile.user(file), state, text);
    }

    /** Dies as soon as a step has been taken. */
    private static void haltAfter(Path file, Path state, String text, String step) {
        boolean[] taken = {false};
        Disk disk = SteppedDisk.watchedBy(name -> {
            if (taken[0]) {
                Runtime.getRuntime().halt(HALTED);
            }
            taken[0] = name.equals(step);
        });
        write(disk, ConfigFile.user(file), state, text);
    }

    /** Whether somebody else holds the lock of the file. */
    static boolean busy(Path file, Path state) {
        ConfigFiles files = new ConfigFiles(StateFolder.at(state), Duration.ofMillis(1));
        try (FileTransaction transaction = files.begin(List.of(ConfigFile.user(file)))) {
            transaction.read(ConfigFile.user(file));
            return false;
        } catch (FeedAuthFailure e) {
            return e.getMessage().contains("Another build");
        }
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                placeOf(ConfigFiles.class).toString(),
                placeOf(Child.class).toString());
    }

    /** Where a class was loaded from. */
    static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
