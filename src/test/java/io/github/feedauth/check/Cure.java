package io.github.feedauth.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does what a finding prints, word for word as far as a machine can: a cure in words that are not known here fails. */
final class Cure {
    private static final Pattern WRITE =
            Pattern.compile("Write (\\S+), or run mvn feedauth:configure and remove the line");

    private final Desk desk;

    Cure(Desk desk) {
        this.desk = desk;
    }

    void apply(Finding finding) throws IOException {
        String words = finding.cure();
        Matcher write = WRITE.matcher(words);
        if (write.matches()) {
            List<String> lines = lines(finding);
            int line = finding.place().orElseThrow().line() - 1;
            String value = lines.get(line).substring(lines.get(line).indexOf('=') + 1);
            lines.set(line, write.group(1) + "=" + value);
            Files.write(file(finding), lines);
        } else if (words.matches(
                "(Run mvn feedauth:configure|environment variable FEEDAUTH_PAT has one: run mvn feedauth:configure).*")) {
            desk.configure();
        } else if (words.startsWith("Set the variable where Maven and npm run, or run mvn feedauth:configure")) {
            desk.configure();
        } else if (words.equals("Set the variable where Maven and npm run, or remove the line")) {
            removeLine(finding);
        } else if (words.matches("(Remove (the line|that line)|Remove the line[;:] .*)")) {
            removeLine(finding);
        } else if (words.equals("Remove it, or give it the feed's URL") && desk.flags.isEmpty()) {
            unset(finding);
        } else if (words.equals("Remove it, or give it the feed's URL")) {
            desk.flags.clear();
        } else if (words.equals("Unset that variable")) {
            unset(finding);
        } else if (words.equals("Move the line above the first line with [ ]")) {
            List<String> lines = lines(finding);
            lines.add(0, lines.remove(finding.place().orElseThrow().line() - 1));
            Files.write(file(finding), lines);
        } else if (words.startsWith("Write it in full, for example ")) {
            List<String> lines = lines(finding);
            int line = finding.place().orElseThrow().line() - 1;
            lines.set(line, lines.get(line).replaceFirst("=.*", "=http:" + desk.key()));
            Files.write(file(finding), lines);
        } else if (words.startsWith("Convert it to UTF-8")) {
            shell(words.replaceFirst("(?s).*in a Unix shell:\n", "").replaceFirst("\n.*", ""));
        } else if (words.equals("Make it readable for the user who runs npm")) {
            Files.delete(file(finding));
            desk.user(desk.credential());
        } else if (words.equals("Move its lines to the .npmrc of the workspace's root")) {
            Path root = desk.project.resolve(".npmrc");
            Files.writeString(root, Files.readString(root) + Files.readString(file(finding)));
            Files.delete(file(finding));
        } else if (words.startsWith("Move its lines to the .npmrc of the workspace's root, but no credential")) {
            List<String> lines = lines(finding);
            lines.removeIf(line -> line.startsWith("//"));
            Path root = desk.project.resolve(".npmrc");
            Files.writeString(root, Files.readString(root) + String.join("\n", lines) + "\n");
            Files.delete(file(finding));
            desk.configure();
        } else if (words.contains("delete the lock file and node_modules, and run npm install again")
                || words.contains("run npm install again without the lock file")) {
            Files.delete(file(finding));
            delete(desk.project.resolve("node_modules"));
        } else if (words.startsWith("Raise the version in package.json")) {
            manifest(finding, "1.0.0", "1.0.1");
        } else if (words.equals("Correct it in package.json")) {
            manifest(finding, "1.0.x", "1.0.2");
        } else if (words.equals("Leave it so, or remove \"private\" from package.json")) {
            manifest(finding, ",\"private\":true", "");
        } else if (words.startsWith("Publish to the feed itself, by its URL without @Release")) {
            Path npmrc = desk.project.resolve(".npmrc");
            Files.writeString(npmrc, Files.readString(npmrc).replace("@Release", ""));
        } else if (words.equals("Remove it, if the feed is meant")) {
            manifest(finding, ",\"publishConfig\":.*?}", "");
        } else {
            throw new AssertionError("Nobody told this test how to do: " + words);
        }
    }

    private void removeLine(Finding finding) throws IOException {
        List<String> lines = lines(finding);
        lines.remove(finding.place().orElseThrow().line() - 1);
        Files.write(file(finding), lines);
    }

    private void unset(Finding finding) {
        String name = finding.place().orElseThrow().name().replace("environment variable ", "");
        if (desk.environment.remove(name) == null) {
            throw new AssertionError("No such variable: " + name);
        }
    }

    private static void shell(String line) throws IOException {
        try {
            if (new ProcessBuilder("sh", "-c", line).inheritIO().start().waitFor() != 0) {
                throw new AssertionError("The shell can't do: " + line);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void manifest(Finding finding, String from, String to) throws IOException {
        Path file = file(finding).resolveSibling("package.json");
        Files.writeString(file, Files.readString(file).replaceFirst(from, to));
    }

    private static List<String> lines(Finding finding) throws IOException {
        return new ArrayList<>(Files.readAllLines(file(finding)));
    }

    private static Path file(Finding finding) {
        return Path.of(finding.place().orElseThrow().name());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
