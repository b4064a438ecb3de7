package io.github.feedauth.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the {@code verify.groovy} scripts of {@code src/it} look at: a case's files, its log, and what the feed recorded. */
public final class ItCase {
    /** The agent takes such a command out of the output of a step, so it is in no log. */
    private static final Pattern AGENT_COMMAND = Pattern.compile("##vso\\[task\\.setsecret](.*)$", Pattern.MULTILINE);

    private final Path folder;
    private final String feedOrigin;
    private final SecretForms secrets;

    /**
     * One case.
     *
     * @param folder the case's folder
     * @param feedOrigin the feed's scheme, host and port
     * @param secrets every sentinel secret of the build
     */
    public ItCase(File folder, String feedOrigin, List<String> secrets) {
        this.folder = folder.toPath();
        this.feedOrigin = feedOrigin;
        this.secrets = new SecretForms(secrets);
    }

    /**
     * Runs a script of the case's folder with Node and gives what it prints.
     *
     * @throws AssertionError with what it printed, where it fails
     */
    public static String node(File folder, String... words) throws IOException, InterruptedException {
        return node(folder, Map.of(), words);
    }

    /** As {@link #node(File, String...)}, with more variables in its environment. */
    public static String node(File folder, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** The whole log of the case. */
    public String log() throws IOException {
        return read("build.log");
    }

    /** How often a text stands in the log. */
    public int logged(String text) throws IOException {
        return log().split(Pattern.quote(text), -1).length - 1;
    }

    /** The warnings of the log that name something, such as a plugin that Maven has something to say against. */
    public List<String> warningsOf(String name) throws IOException {
        return log().lines()
                .filter(line -> line.contains("[WARNING]") && line.contains(name))
                .toList();
    }

    /** What the builds told the agent of a pipeline to mask, in order. */
    public List<String> masked() throws IOException {
        return AGENT_COMMAND
                .matcher(log())
                .results()
                .map(command -> command.group(1))
                .toList();
    }

    /** A file's text. */
    public String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Whether a file is there. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The base64 form of a text. */
    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** The lines that the user file has for a feed: the credential at both prefixes. */
    public String userLines(String registryPath, String userName, String pat) {
        String registry = feedOrigin.substring(feedOrigin.indexOf("//")) + registryPath;
        String parent = registry.substring(0, registry.length() - "registry/".length());
        return Stream.of(registry, parent)
                .map(prefix -> prefix + ":username=" + userName + "\n" + prefix + ":_password=" + base64(pat) + "\n")
                .reduce("", String::concat);
    }

    /** Asserts that npm installed the private package, from the feed, with its dependency. */
    public void installedGreeting(String frontEnd) {
        assertThat(folder.resolve(frontEnd).resolve("node_modules/contoso-greeting/index.js"))
                .exists();
        assertThat(folder.resolve(frontEnd).resolve("node_modules/@contoso/words/index.js"))
                .content()
                .contains("hello from a private feed");
    }

    /**
     * Asserts that a server of settings.xml served the feed: npm's user file holds its user name and PAT, the log names it, npm
     * installed with it, and nothing secret shows.
     */
    public void installedFromServer(String registryPath, String server, String userName, String pat)
            throws IOException {
        assertThat(read("home/.npmrc")).isEqualTo(userLines(registryPath, userName, pat));
        assertThat(log()).contains("from settings.xml server '" + server + "'");
        installedGreeting(".");
        nothingSecretShows();
    }

    /** Asserts that requests came to the feed, each with that PAT and no other, and that none was carried on to the storage of tarballs. */
    public void sentOnly(String registryPath, String patLabel) throws Exception {
        assertThat(labels(registryPath, "feed", "pat")).isNotEmpty().containsOnly(patLabel);
        assertThat(requests(registryPath).stream()
                        .map(JsonObject.class::cast)
                        .filter(request -> request.getString("server").equals("blob"))
                        .map(request -> request.getBoolean("authorizationForwarded")))
                .doesNotContain(true);
    }

    /** What the requests to a feed had as a field of their {@code auth}. */
    public List<String> labels(String registryPath, String server, String field) throws Exception {
        return requests(registryPath).stream()
                .map(JsonObject.class::cast)
                .filter(request -> request.getString("server").equals(server))
                .map(request -> request.getObject("auth").getString(field))
                .toList();
    }

    /** What the requests under a path were answered with. */
    public List<Integer> statuses(String path) throws Exception {
        return requests(path).stream()
                .map(JsonObject.class::cast)
                .map(request -> request.getInt("status"))
                .toList();
    }

    private JsonArray requests(String registryPath) throws Exception {
        URI record = URI.create(feedOrigin + "/-/record?under=" + URLEncoder.encode(registryPath, UTF_8));
        try (InputStream answer = record.toURL().openStream()) {
            return JsonParser.array().from(answer);
        }
    }

    /** Asserts that only the owner can read the file. */
    public void ownerOnly(String name) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    /**
     * Asserts that no secret shows anywhere in the case's folder, in any form: logs, {@code target}, project files, what npm left
     * behind. Left out is what has to hold one: the clients' user files and Maven's own settings in the case's home, and in the output
     * of the builds what the agent of a pipeline takes out.
     */
    public void nothingSecretShows() throws IOException {
        assertThat(showing(folder, file -> !file.startsWith(folder.resolve("home/.m2")) && !isUserFile(file)))
                .as("files that show a secret")
                .isEmpty();
    }

    /** The files below a folder of the case that show a secret, by their names there. */
    public List<String> showing(String below) throws IOException {
        return showing(folder.resolve(below), file -> true);
    }

    private List<String> showing(Path below, Predicate<Path> looked) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(below)) {
            files = all.filter(Files::isRegularFile).filter(looked).toList();
        }
        assertThat(files).isNotEmpty();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (secrets.in(file.toString().getBytes(UTF_8)) || secrets.in(content(file))) {
                found.add(below.relativize(file).toString());
            }
        }
        return found;
    }

    private byte[] content(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return file.equals(folder.resolve("build.log"))
                ? AGENT_COMMAND
                        .matcher(new String(content, ISO_8859_1))
                        .replaceAll("")
                        .getBytes(ISO_8859_1)
                : content;
    }

    private static boolean isUserFile(Path file) {
        return file.getParent().endsWith("home") && (file.endsWith(".npmrc") || file.endsWith(".yarnrc.yml"));
    }
}
