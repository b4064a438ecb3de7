package io.github.feedauth.probe;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.Reply.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks questions over HTTP/1.1, several at a time and each within a time limit. A redirect is never followed, so that a credential
 * goes to the host it is for and nowhere else. Certificates are judged by the JVM's trust store.
 */
public final class Probe {
    /** As many feeds as a build has are asked in one go, and the machine has no more connections open than that. */
    static final int AT_A_TIME = 128;

    /** However many questions there are, all take no longer than that many times the limit of one. */
    private static final int LONGEST = 6;

    private final Proxies proxies;
    private final Duration limit;

    /**
     * @param proxies the proxies on the way
     * @param limit how long to wait for one answer
     */
    public Probe(Proxies proxies, Duration limit) {
        this.proxies = proxies;
        this.limit = limit;
    }

    /** The replies, in the order of the questions; the same question is asked once. */
    public List<Reply> ask(List<Question> questions) {
        Set<Question> different = new LinkedHashSet<>(questions);
        Map<Question, Future<HttpResponse<String>>> asked = new LinkedHashMap<>();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Probe::worker);
        try {
            long end = System.nanoTime() + longest(different.size()).toNanos();
            HttpClient client = client(workers);
            Semaphore places = new Semaphore(AT_A_TIME);
            for (Question question : different) {
                if (isSayable(question) && places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    asked.put(question, ask(client, question, places));
                }
            }
            Map<Question, Reply> replies = new HashMap<>();
            for (Question question : different) {
                replies.put(question, isSayable(question) ? reply(asked.get(question), end) : NoAnswer.unsayable());
            }
            return questions.stream().map(replies::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return questions.stream()
                    .<Reply>map(question -> NoAnswer.late(limit))
                    .toList();
        } finally {
            asked.values().forEach(answer -> answer.cancel(true));
            workers.shutdown();
        }
    }

    private Duration longest(int questions) {
        return limit.multipliedBy(Math.min(LONGEST, 1 + questions / AT_A_TIME)).plusSeconds(1);
    }

    private HttpClient client(ExecutorService workers) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .proxy(new Selector(proxies))
                .executor(workers)
                .build();
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "feedauth-probe");
        thread.setDaemon(true);
        return thread;
    }

    private Future<HttpResponse<String>> ask(HttpClient client, Question question, Semaphore places) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(question), head -> new Beginning(question.most()));
        var unused = answer.whenComplete((response, failure) -> places.release());
        return answer;
    }

    /** @param asked null where it was not asked any more */
    private Reply reply(Future<HttpResponse<String>> asked, long end) throws InterruptedException {
        if (asked == null) {
            return NoAnswer.late(limit);
        }
        try {
            HttpResponse<String> response = asked.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            return new Response(response.statusCode(), headers, response.body());
        } catch (TimeoutException e) {
            return NoAnswer.late(limit);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException silent) {
                return NoAnswer.because(silent, limit);
            }
            throw new IllegalStateException(e.getCause().getClass().getName() + " while a feed was asked");
        }
    }

    private HttpRequest request(Question question) {
        URI url = URI.create(question.url());
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(limit)
                .header("Accept", "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.9, */*; q=0.1")
                .header("User-Agent", "feedauth-maven-plugin")
                .header("X-TFS-FedAuthRedirect", "Suppress");
        question.authorization().ifPresent(value -> request.header("Authorization", value.reveal()));
        proxies.to(url).filter(proxy -> proxy.userName().isPresent()).ifPresent(proxy -> {
            String pair = proxy.userName().get() + ":"
                    + proxy.password().map(Secret::reveal).orElse("");
            request.header(
                    "Proxy-Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        });
        return request.build();
    }

    /** Whether a header can carry the credential. The client's own check would repeat it in its message. */
    private static boolean isSayable(Question question) {
        return question.authorization().isEmpty()
                || question.authorization().get().reveal().chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static final class Selector extends ProxySelector {
        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI url) {
            List<Proxy> selected = new ArrayList<>();
            proxies.to(url)
                    .ifPresent(server -> selected.add(new Proxy(
                            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port()))));
            return selected.isEmpty() ? List.of(Proxy.NO_PROXY) : selected;
        }

        @Override
        public void connectFailed(URI url, SocketAddress address, IOException e) {
            // The failure reaches whoever asked.
        }
    }
}
