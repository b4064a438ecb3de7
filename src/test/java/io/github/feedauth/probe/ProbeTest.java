package io.github.feedauth.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.AnswerTable.Asked;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the table of answers, given by a server on this machine. */
@Timeout(60)
class ProbeTest {
    private static final Optional<Secret> AUTHORIZATION = Optional.of(Secret.of("Basic c2VudGluZWw="));
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html; charset=utf-8");

    private static Reply ask(String url) {
        return new Probe(any -> Optional.empty(), Duration.ofSeconds(3))
                .ask(List.of(Question.of(url, AUTHORIZATION)))
                .get(0);
    }

    private static Answer answer(int status, Map<String, String> headers, String body) throws Exception {
        try (Loopback feed = new Loopback(status, headers, body)) {
            Answer answer = AnswerTable.meaning(ask(feed.url()), Asked.FEED);
            assertThat(feed.authorizations).containsExactly("Basic c2VudGluZWw=");
            assertThat(feed.requests).containsExactly("GET /contoso/_packaging/Shared/npm/registry/ Suppress null");
            return answer;
        }
    }

    @Test
    void each_row_of_the_table() throws Exception {
        assertThat(answer(200, JSON, "{}")).isEqualTo(new Answer.Accepted());
        assertThat(answer(401, Map.of("WWW-Authenticate", "Bearer", "X-VSS-ResourceTenant", "t1"), ""))
                .isEqualTo(new Answer.Rejected(Optional.of("t1")));
        assertThat(answer(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), ""))
                .isEqualTo(new Answer.Rejected(Optional.empty()));
        assertThat(answer(203, HTML, "<html>")).isEqualTo(new Answer.SignInPage(Optional.empty()));
        assertThat(answer(302, Map.of("Location", "https://login.example/?x=1"), ""))
                .isEqualTo(new Answer.SignInPage(Optional.of("login.example")));
        assertThat(answer(200, HTML, "<!DOCTYPE html>")).isEqualTo(new Answer.SignInPage(Optional.empty()));
        assertThat(answer(200, JSON, " <html>")).isEqualTo(new Answer.SignInPage(Optional.empty()));
        assertThat(answer(403, JSON, "{}")).isEqualTo(new Answer.NoRight());
        assertThat(answer(403, HTML, "<html>")).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(404, JSON, "{}")).isEqualTo(new Answer.NoSuchFeed());
        assertThat(answer(407, Map.of(), "")).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(429, Map.of("Retry-After", "30"), "")).isEqualTo(new Answer.RateLimited(Optional.of("30")));
        assertThat(answer(503, HTML, "<html>")).isEqualTo(new Answer.ServerFault(503));
        assertThat(answer(204, Map.of(), "")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void an_address_that_Java_cannot_ask_at_is_unknown_and_one_that_only_needs_encoding_is_asked() throws Exception {
        assertThat(((Reply.Silence) ask("http://my_registry:4873/npm/")).why()).contains("underscore");
        try (Loopback feed = new Loopback(200, JSON, "{}")) {
            assertThat(AnswerTable.meaning(ask(feed.url() + "a|b[c]%20d/"), Asked.FEED))
                    .isEqualTo(new Answer.Accepted());
            assertThat(feed.requests.get(0)).contains("/registry/a%7Cb%5Bc%5D%20d/");
        }
    }

    @Test
    void an_address_without_a_path_is_asked_and_so_is_one_that_Java_takes_for_no_address_as_it_is() throws Exception {
        try (Loopback feed = new Loopback(200, JSON, "{}")) {
            assertThat(ask(feed.url().replaceFirst("(//[^/]*).*", "$1"))).isInstanceOf(Reply.Response.class);
            assertThat(ask(feed.url() + "a^b`c{d}\"<> /")).isInstanceOf(Reply.Response.class);
            assertThat(feed.requests.get(1)).contains("/registry/a%5Eb%60c%7Bd%7D%22%3C%3E%20/");
        }
        assertThat(((Reply.Silence) ask("registry")).why()).contains("no host");
        assertThat(((Reply.Silence) ask("ftp://registry.example/")).why()).contains("http");
    }

    @Test
    void a_body_that_never_ends_takes_no_longer_than_an_answer_that_never_comes_and_no_thread_stays() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Probe hasty = new Probe(any -> Optional.empty(), Duration.ofSeconds(1));
        try (Loopback slow = stalling(done)) {
            Reply reply =
                    hasty.ask(List.of(Question.of(slow.url(), AUTHORIZATION))).get(0);
            assertThat(((Reply.Silence) reply).why()).isEqualTo("No answer came within 1 s");
            assertNoThreadStays();
        } finally {
            done.countDown();
        }
    }

    @Test
    void feeds_that_stall_keep_no_other_from_being_asked() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Probe hasty = new Probe(any -> Optional.empty(), Duration.ofSeconds(2));
        try (Loopback stalling = stalling(done);
                Loopback fine = new Loopback(200, JSON, "{}")) {
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < Probe.AT_A_TIME; i++) {
                questions.add(Question.of(stalling.url() + i, AUTHORIZATION));
            }
            questions.add(Question.of(fine.url(), AUTHORIZATION));
            List<Reply> replies = hasty.ask(questions);
            assertThat(replies.get(0)).isInstanceOf(Reply.Silence.class);
            assertThat(replies.get(Probe.AT_A_TIME)).isInstanceOf(Reply.Response.class);
        } finally {
            done.countDown();
        }
    }

    /** A server that begins a body, and goes on only when it is done with. */
    private static Loopback stalling(CountDownLatch done) throws IOException {
        return new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits for each of our threads to end. */
    private static void assertNoThreadStays() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("feedauth-probe")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void elsewhere_404_means_that_the_package_is_not_there() throws Exception {
        try (Loopback registry = new Loopback(404, JSON, "{}")) {
            assertThat(AnswerTable.meaning(ask(registry.url()), Asked.PACKAGE_ELSEWHERE))
                    .isEqualTo(new Answer.Accepted());
        }
    }

    @Test
    void elsewhere_a_redirect_may_lead_to_where_the_registry_has_its_packages_from() throws Exception {
        try (Loopback registry = new Loopback(302, Map.of("Location", "https://upstream.example/p"), "")) {
            assertThat(AnswerTable.meaning(ask(registry.url()), Asked.PACKAGE_ELSEWHERE))
                    .isInstanceOfSatisfying(
                            Answer.Unknown.class,
                            unknown -> assertThat(unknown.why()).contains("302", "sends on to upstream.example"));
            assertThat(AnswerTable.meaning(ask(registry.url()), Asked.PACKAGE))
                    .isEqualTo(new Answer.SignInPage(Optional.of("upstream.example")));
        }
    }

    @Test
    void a_redirect_to_another_host_takes_nothing_there() throws Exception {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            try (Loopback other = new Loopback(200, JSON, "{}");
                    Loopback feed = new Loopback(status, Map.of("Location", other.url()), "")) {
                assertThat(AnswerTable.meaning(ask(feed.url()), Asked.FEED)).isInstanceOf(Answer.SignInPage.class);
                assertThat(feed.authorizations).hasSize(1);
                assertThat(other.requests).isEmpty();
            }
        }
    }

    @Test
    void no_answer_is_unknown_and_never_wrong() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Probe hasty = new Probe(any -> Optional.empty(), Duration.ofSeconds(1));
        try (Loopback slow = new Loopback(exchange -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            Reply reply =
                    hasty.ask(List.of(Question.of(slow.url(), AUTHORIZATION))).get(0);
            assertThat(((Reply.Silence) reply).why()).isEqualTo("No answer came within 1 s");
            done.countDown();
        }
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        assertThat(((Reply.Silence) ask("http://127.0.0.1:" + freePort + "/")).why())
                .startsWith("Nothing answers");
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangUp = new Thread(() -> {
                try {
                    rude.accept().close();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            hangUp.start();
            assertThat(AnswerTable.meaning(ask("http://127.0.0.1:" + rude.getLocalPort() + "/"), Asked.FEED))
                    .isInstanceOf(Answer.Unknown.class);
            hangUp.join();
        }
    }

    @Test
    void an_unknown_certificate_is_unknown(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "30",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> reached = new ArrayList<>();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> reached.add("reached"));
        server.start();
        try {
            Reply reply = ask("https://localhost:" + server.getAddress().getPort() + "/");
            assertThat(((Reply.Silence) reply).why()).startsWith("TLS failed: ");
            assertThat(((Reply.Silence) reply).cure()).contains("javax.net.ssl.trustStore");
            assertThat(reached).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_proxy_gets_the_request_and_its_own_credential() throws Exception {
        try (Loopback proxy = new Loopback(200, JSON, "{}")) {
            Proxies proxies = url -> url.getHost().equals("feed.example")
                    ? Optional.of(new Proxies.Server(
                            "127.0.0.1", proxy.port(), Optional.of("ada"), Optional.of(Secret.of("word"))))
                    : Optional.empty();
            List<Reply> replies = new Probe(proxies, Duration.ofSeconds(3))
                    .ask(List.of(
                            Question.of("http://feed.example/npm/", AUTHORIZATION),
                            Question.of("http://127.0.0.1:" + proxy.port() + "/straight", AUTHORIZATION)));
            assertThat(replies)
                    .allSatisfy(reply ->
                            assertThat(AnswerTable.meaning(reply, Asked.FEED)).isEqualTo(new Answer.Accepted()));
            assertThat(proxy.requests)
                    .containsExactlyInAnyOrder(
                            "GET http://feed.example/npm/ Suppress Basic YWRhOndvcmQ=", "GET /straight Suppress null");
        }
    }

    @Test
    void a_credential_that_no_header_can_carry_is_not_repeated() {
        Reply reply = new Probe(any -> Optional.empty(), Duration.ofSeconds(1))
                .ask(List.of(Question.of("http://127.0.0.1:1/", Optional.of(Secret.of("Bearer senti\nnel")))))
                .get(0);
        assertThat(reply.toString()).contains("no request can carry").doesNotContain("senti");
    }

    @Test
    void a_thousand_feeds_are_asked_once_each_and_128_at_a_time_at_most() throws Exception {
        java.util.concurrent.atomic.AtomicInteger now = new java.util.concurrent.atomic.AtomicInteger();
        java.util.concurrent.atomic.AtomicInteger most = new java.util.concurrent.atomic.AtomicInteger();
        try (Loopback feeds = new Loopback(exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            now.decrementAndGet();
            exchange.getResponseBody().write(new byte[] {'{', '}'});
        })) {
            List<Question> questions = IntStream.range(0, 2000)
                    .mapToObj(i -> Question.of(feeds.url() + i % 1000, AUTHORIZATION))
                    .toList();
            List<Reply> replies = new Probe(any -> Optional.empty(), Duration.ofSeconds(5)).ask(questions);
            assertThat(replies).hasSize(2000).allMatch(Reply.Response.class::isInstance);
            assertThat(feeds.requests).hasSize(1000);
            assertThat(most.get()).isBetween(2, 128);
        }
    }
}
