package io.github.feedauth.check;

import java.nio.file.Path;
import java.util.List;

/**
 * A finding that npm can show: what is wrong, what npm says of it, and that it no longer does after the cure.
 *
 * @param code the finding's
 * @param name of the case
 * @param npms major versions of npm that say so
 * @param wrong makes a machine that is configured a machine with the fault
 * @param says a regular expression that is in npm's output before the cure, and no more after it
 * @param command npm's, {@code view contoso-greeting version} unless another is given
 */
record Ailment(Code code, String name, List<Integer> npms, Fault wrong, String says, List<String> command) {
    private static final List<String> VIEW = List.of("view", "contoso-greeting", "version");

    /** Something that is done to a machine. */
    interface Fault {
        void on(Desk desk) throws Exception;
    }

    static Ailment of(Code code, String name, List<Integer> npms, Fault wrong, String says, String... command) {
        return new Ailment(code, name, npms, wrong, says, command.length == 0 ? VIEW : List.of(command));
    }

    /** Whether it is {@code check-publish} that finds it. */
    boolean isOfPublishing() {
        return code.text().startsWith("FA3");
    }

    Desk desk(Path base, String url, String pat) throws Exception {
        Desk desk = new Desk(base, url, pat);
        desk.environment.put("FEEDAUTH_PAT", pat);
        wrong.on(desk);
        return desk;
    }

    @Override
    public String toString() {
        return code.text() + " " + name;
    }
}
