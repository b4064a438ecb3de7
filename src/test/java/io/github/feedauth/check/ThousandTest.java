package io.github.feedauth.check;

import static io.github.feedauth.check.Desk.base64;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.Loopback;
import io.github.feedauth.probe.Probe;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand feeds and a thousand entries of a lock file: counted, not timed. */
@Timeout(120)
class ThousandTest {
    private static final int MANY = 1000;

    @TempDir
    Path temp;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    @Test
    void each_feed_is_asked_once_by_128_at_a_time_at_most_and_no_more_of_its_answer_is_read_than_its_beginning()
            throws Exception {
        AtomicInteger unread = new AtomicInteger();
        try (Loopback server = new Loopback(exchange -> {
            connections.add(exchange.getRemoteAddress().getPort());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            boolean endless = exchange.getRequestURI().getPath().contains("/Feed7/");
            exchange.sendResponseHeaders(200, endless ? 0 : 2);
            now.decrementAndGet();
            if (endless) {
                unread.addAndGet(pourOut(exchange.getResponseBody()));
            } else {
                exchange.getResponseBody().write(new byte[] {'{', '}'});
            }
        })) {
            Desk desk = desk(server);
            CheckReport report =
                    desk.check(Optional.of(new Probe(url -> Optional.empty(), Duration.ofSeconds(20))), desk.folder);

            assertThat(report.feeds()).hasSize(MANY + 1);
            assertThat(report.feeds().subList(1, MANY + 1)).allMatch(feed -> feed.answer() instanceof Answer.Accepted);
            assertThat(new HashSet<>(server.requests)).hasSize(MANY);
            assertThat(server.requests).hasSize(MANY);
            assertThat(most.get()).isBetween(2, 128);
            assertThat(unread.get()).as("MiB taken of an answer without end").isLessThan(64);
            assertThat(report.findings().stream().map(Finding::code)).containsOnly(Code.LOCKED_TO_OTHER_HOST);
            assertThat(report.findings()).hasSize(MANY);
        }
    }

    /** The same in a JVM of its own, whose heap is a small part of what Maven itself has. */
    @Test
    void a_heap_of_32_MiB_is_enough_for_all_of_it() throws Exception {
        try (Loopback server = new Loopback(200, Map.of("Content-Type", "application/json"), "{}")) {
            Process small = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath(),
                            SmallCheck.class.getName(),
                            temp.toString(),
                            server.url())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(small.waitFor()).as(said).isZero();
            assertThat(server.requests).hasSize(MANY);
            assertThat(said).contains("1000 accepted, 1000 findings");
        }
    }

    private static String classPath() throws Exception {
        StringBuilder path = new StringBuilder();
        for (Class<?> one : List.of(SmallCheck.class, CheckReport.class, JsonParser.class, Assertions.class)) {
            path.append(Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()))
                    .append(File.pathSeparator);
        }
        return path.toString();
    }

    /** A MiB at a time until the other side has had enough; how many it took. */
    private static int pourOut(java.io.OutputStream body) {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 1024; i++) {
            try {
                body.write(block);
            } catch (IOException hungUp) {
                return i;
            }
        }
        return 1024;
    }

    private Desk desk(Loopback server) throws IOException {
        return desk(temp, server.url());
    }

    /** A thousand feeds and a thousand locked packages. */
    static Desk desk(Path temp, String registry) throws IOException {
        Desk desk = new Desk(temp);
        StringBuilder lines = new StringBuilder();
        StringBuilder credentials = new StringBuilder(Desk.good());
        StringBuilder lock = new StringBuilder("{\"packages\":{\"\":{}");
        for (int i = 0; i < MANY; i++) {
            String url = registry.replace("Shared", "Feed" + i);
            String key = url.substring(url.indexOf("//"));
            lines.append("@s").append(i).append(":registry=").append(url).append('\n');
            credentials.append(key).append(":username=any\n");
            credentials
                    .append(key)
                    .append(":_password=")
                    .append(base64(Desk.PAT))
                    .append('\n');
            lock.append(",\"node_modules/p%d\":{\"resolved\":\"https://h%d.example/p.tgz\"}".formatted(i, i));
        }
        desk.project(lines.toString());
        desk.user(credentials.toString());
        desk.file("package-lock.json", lock + "}}");
        desk.feeds.clear();
        desk.file(".npmrc", lines.toString());
        desk.feed(Desk.URL);
        desk.user(credentials.toString().replace(Desk.good(), ""));
        return desk;
    }
}
