package io.github.feedauth.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.oracle.ClientRelease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In a workspace's member and in its root, pnpm 10 and Yarn 1 ask the registry that we say, and send the credential that we say: with
 * files at random in both, in the folder between them, and in the home folder.
 */
@Timeout(300)
class ClientOracleTest {
    private static final int SET_UPS = Integer.getInteger("feedauth.oracle.clients", 16);
    private static final long SEED = Long.getLong("feedauth.oracle.seed", 20_261_130L);
    private static final List<String> REGISTRIES = List.of("root", "one", "two");
    private static final List<String> ALWAYS_AUTH =
            List.of("always-auth=true\n", "always-auth=false\n", "always-auth\n", "", "", "");

    @TempDir
    Path temp;

    private final Random random = new Random(SEED);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void a_registry_that_has_nothing() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/plain")) {
                List<String> sent = exchange.getRequestHeaders().getOrDefault("Authorization", List.of("nothing"));
                asked.add(path.replaceFirst("plain$", "") + " gets " + String.join(", ", sent));
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"pnpm, PNPM, 10.34.9", "yarn, YARN_CLASSIC, 1.22.22"})
    void it_asks_and_sends_what_we_say(String name, PackageManager manager, String version) throws Exception {
        ClientRelease client = ClientRelease.of(name);
        Set<String> levels = new TreeSet<>();
        for (int i = 0; i < SET_UPS; i++) {
            Desk desk = desk(Files.createDirectory(temp.resolve(name + i)), i % 4 > 0);
            desk.client = manager;
            desk.version = Optional.of(version);
            asked.clear();
            String output = client.run(
                    desk.folder, environment(desk), List.of("add", "plain", "--ignore-workspace-root-check"));
            assertThat(asked).as("seed %d, set-up %d: %s", SEED, i, output).isNotEmpty();
            assertThat(Set.copyOf(asked)).as("seed %d, set-up %d", SEED, i).containsExactly(expected(desk, levels));
        }
        assertThat(levels).contains("PROJECT something", "PROJECT nothing");
        assertThat(levels.contains("ABOVE something")).isEqualTo(manager == PackageManager.YARN_CLASSIC);
    }

    private static Map<String, String> environment(Desk desk) {
        return Map.of(
                "HOME", desk.home.toString(),
                "npm_config_fetch_retries", "0",
                "npm_config_manage_package_manager_versions", "false");
    }

    private Desk desk(Path base, boolean member) throws IOException {
        Desk desk = new Desk(base, url("root"), Desk.PAT);
        desk.file("package.json", "{\"name\":\"root\",\"private\":true,\"workspaces\":[\"packages/*\"]}");
        desk.file("packages/a/package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}");
        desk.file("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
        desk.project(lines());
        desk.user(lines());
        for (String folder : List.of("packages/a/", "packages/")) {
            if (random.nextBoolean()) {
                desk.file(folder + ".npmrc", lines());
            }
        }
        desk.folder = member ? desk.project.resolve("packages/a") : desk.project;
        return desk;
    }

    /** A registry, credentials for some, and what Yarn 1 sends them with, each or not. */
    private String lines() {
        StringBuilder lines = new StringBuilder();
        if (random.nextInt(3) == 0) {
            lines.append("registry=")
                    .append(url(REGISTRIES.get(random.nextInt(REGISTRIES.size()))))
                    .append('\n');
        }
        for (String registry : REGISTRIES) {
            String key = url(registry).replaceFirst("http:", "");
            if (random.nextBoolean()) {
                String password = Desk.base64("password" + random.nextInt(100));
                lines.append(key)
                        .append(":username=ada\n")
                        .append(key)
                        .append(":_password=")
                        .append(password)
                        .append('\n');
            }
            if (random.nextInt(8) == 0) {
                lines.append(key).append(":always-auth=true\n");
            }
        }
        return lines + ALWAYS_AUTH.get(random.nextInt(ALWAYS_AUTH.size()));
    }

    private String url(String registry) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + registry + "/npm/registry/";
    }

    private static String expected(Desk desk, Set<String> levels) {
        NpmConfig config = desk.config();
        Setting line = config.taken("registry").orElseThrow();
        RegistryUrl url = RegistryUrl.parse(line.value(), "test");
        Target target = new Target(url, List.of(line), Optional.empty());
        Optional<SentCredential> sent = SentCredential.to(url, config)
                .filter(found ->
                        new AlwaysAuth(config).missing(target, desk.request()).isEmpty());
        levels.add(line.level() + (sent.isPresent() ? " something" : " nothing"));
        return url.url().path() + " gets "
                + sent.flatMap(SentCredential::authorization)
                        .map(Secret::reveal)
                        .orElse("nothing");
    }
}
