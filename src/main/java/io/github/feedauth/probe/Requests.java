package io.github.feedauth.probe;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.Reply.Silence;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Questions as Java's client sends them.
 *
 * @param proxies the proxies on the way, each of which gets its own password only
 * @param limit how long to wait for one answer
 */
record Requests(Proxies proxies, Duration limit) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What {@link URI} takes in no path as it is, though the URLs of npm may have it there. */
    private static final Pattern UNENCODED = Pattern.compile("[ \"<>\\\\^`{|}\\[\\]]");

    /** Why the question can't be asked; empty where it can. */
    Optional<Silence> refusal(Question question) {
        if (!isHeaderValue(question.authorization().map(Secret::reveal).orElse(""))) {
            return Optional.of(NoAnswer.unsayable());
        }
        return address(question.url()).isPresent() ? Optional.empty() : Optional.of(NoAnswer.unaddressable());
    }

    /** The request. */
    HttpRequest of(Question question) {
        URI url = address(question.url()).orElseThrow();
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

    /** As the client takes it; empty where it takes none. What stands in a path as it is for npm has to be encoded for it. */
    private static Optional<URI> address(String url) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        int path = slash < 0 ? url.length() : slash;
        String encoded = url.substring(0, path)
                + UNENCODED
                        .matcher(url.substring(path))
                        .replaceAll(found ->
                                String.format("%%%02X", (int) found.group().charAt(0)));
        try {
            return Optional.of(URI.create(encoded))
                    .filter(uri -> uri.getHost() != null && SCHEMES.contains(uri.getScheme()));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    /** The client's own check would repeat the value in its message. */
    private static boolean isHeaderValue(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
