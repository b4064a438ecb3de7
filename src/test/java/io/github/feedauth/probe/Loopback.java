package io.github.feedauth.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that gives one answer to everything and remembers what it was asked. */
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** The Authorization header of each request, {@code none} without one. */
    public final List<String> authorizations = new CopyOnWriteArrayList<>();

    /** The request line's address and the other headers of interest. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public Loopback(int status, Map<String, String> headers, String body) throws IOException {
        this(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    public Loopback(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(authorization == null ? "none" : authorization);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-TFS-FedAuthRedirect") + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
    }

    /** What to do with a request. */
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/contoso/_packaging/Shared/npm/registry/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
