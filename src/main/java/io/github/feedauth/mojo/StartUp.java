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
 * <p>Two threads that initialise classes could wait for each other for ever, if one of these classes needed another and that one it. No
 * two of the plugin's do, as {@code StartUpTest} makes sure.
 */
final class StartUp implements Runnable {
    /** In the order in which a build comes to need them; the integration test {@code start-up} tells what belongs there. */
    static final String CLASSES = "start-up.txt";

    /** As long-lived as the classes are. */
    private static final Thread LOADING = new Thread(new StartUp(), "feedauth-start-up");

    private StartUp() {}

    /**
     * Begins, unless that was done before.
     *
     * @return what loads them
     */
    static synchronized Thread begin() {
        if (LOADING.getState() == Thread.State.NEW && Runtime.getRuntime().availableProcessors() > 1) {
            LOADING.setDaemon(true);
            LOADING.start();
        }
        return LOADING;
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
