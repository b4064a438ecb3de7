package io.github.feedauth.mojo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Loads the classes that {@code configure} needs in every build, beside Maven's own work: while Maven fills in the parameters of the
 * goal, another thread reads, verifies and initialises them, which is most of what the goal costs a build. A machine with one
 * processor has no such thing as beside, and does without.
 *
 * <p>No goal begins before that has ended. So no two threads initialise the plugin's classes at once, and none can wait for a class
 * that the other one has begun with.
 */
final class StartUp implements Runnable {
    /** In the order in which a build comes to need them; the integration test {@code start-up} tells what belongs there. */
    static final String CLASSES = "start-up.txt";

    /** As long-lived as the classes are. */
    private static final Thread LOADING = new Thread(new StartUp(), "feedauth-start-up");

    private StartUp() {}

    /** Begins, unless that was done before. */
    static synchronized void begin() {
        if (LOADING.getState() == Thread.State.NEW && Runtime.getRuntime().availableProcessors() > 1) {
            LOADING.setDaemon(true);
            LOADING.start();
        }
    }

    /** Waits for the end of what {@link #begin} began, if it was called at all. */
    static void end() {
        try {
            LOADING.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try (BufferedReader names = new BufferedReader(
                new InputStreamReader(StartUp.class.getResourceAsStream(CLASSES), StandardCharsets.US_ASCII))) {
            String name;
            while ((name = names.readLine()) != null) {
                Class.forName(name, true, StartUp.class.getClassLoader());
            }
        } catch (IOException | ClassNotFoundException | LinkageError unable) {
            // The goal will say so, if it needs that class.
        }
    }
}
