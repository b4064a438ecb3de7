package io.github.feedauth.probe;

import io.github.feedauth.probe.Reply.Response;
import io.github.feedauth.probe.Reply.Silence;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
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
 *
 * <p>Java's client can't be closed before Java 21. Its one thread of its own ends by itself once nothing refers to the client, so that
 * each call has a client of its own and keeps none.
 */
public final class Probe {
    /** As many feeds as a build has are asked in one go, and the machine has no more connections open than that. */
    static final int AT_A_TIME = 128;

    /** At least, since a host's name is looked up by one of them, and may take its time. */
    private static final int WORKERS = 4;

    /** However many questions there are, all take no longer than that many times the limit of one. */
    private static final int LONGEST = 6;

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

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
        Map<Question, Reply> replies = new HashMap<>();
        Map<Question, Asked> asked = new LinkedHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.max(WORKERS, Runtime.getRuntime().availableProcessors()), Probe::worker);
        try {
            HttpClient client = client(workers);
            Requests requests = new Requests(proxies, limit);
            Semaphore places = new Semaphore(AT_A_TIME);
            Set<Question> different = new LinkedHashSet<>(questions);
            long end = System.nanoTime() + longest(different.size()).toNanos();
            for (Question question : different) {
                Optional<Silence> refusal = requests.refusal(question);
                if (refusal.isPresent()) {
                    replies.put(question, refusal.get());
                } else if (isPlaceFree(places, asked.values(), end)) {
                    asked.put(question, ask(client, requests.of(question), question.most(), places));
                }
            }
            for (Map.Entry<Question, Asked> one : asked.entrySet()) {
                replies.put(one.getKey(), reply(one.getValue()));
            }
            return questions.stream()
                    .map(question -> replies.getOrDefault(question, NoAnswer.late(limit)))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return questions.stream()
                    .<Reply>map(question -> NoAnswer.late(limit))
                    .toList();
        } finally {
            asked.values().forEach(one -> one.answer().cancel(true));
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

    /** Waits for a place. An answer that stalls in its body must not keep its own for longer than its time. */
    private static boolean isPlaceFree(Semaphore places, Collection<Asked> asked, long end)
            throws InterruptedException {
        while (System.nanoTime() < end) {
            if (places.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            asked.stream()
                    .filter(one -> one.end() < System.nanoTime())
                    .forEach(one -> one.answer().cancel(true));
        }
        return false;
    }

    private Asked ask(HttpClient client, HttpRequest request, int most, Semaphore places) {
        long end = System.nanoTime() + limit.toNanos();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, head -> new Beginning(most));
        var unused = answer.whenComplete((response, failure) -> places.release());
        return new Asked(answer, end);
    }

    private Reply reply(Asked asked) throws InterruptedException {
        try {
            HttpResponse<String> response = asked.answer().get(asked.end() - System.nanoTime(), TimeUnit.NANOSECONDS);
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            return new Response(response.statusCode(), headers, response.body());
        } catch (TimeoutException | CancellationException e) {
            return NoAnswer.late(limit);
        } catch (ExecutionException e) {
            return NoAnswer.because(e.getCause(), limit);
        }
    }

    /** @param end when it has been waited for long enough, by the clock of {@link System#nanoTime} */
    private record Asked(Future<HttpResponse<String>> answer, long end) {}

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
