package io.github.feedauth.probe;

import io.github.feedauth.failure.MaybeToken;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.probe.Reply.Response;
import io.github.feedauth.probe.Reply.Silence;
import java.net.URI;
import java.util.Optional;

/**
 * What the replies of registries mean. Azure's sign-in pages come as 203, 302 or plain 200; a firewall's page is told from them by
 * its status where that can be done. Source: Azure's documentation and public reports; never tried against a live organization.
 */
public final class AnswerTable {
    /** What was asked for. */
    public enum Asked {
        /** An Azure feed itself: 404 means the feed. */
        FEED,
        /** A package of an Azure feed: 404 means that the question was heard. */
        PACKAGE,
        /** A package of another registry, which may send on to the one that it has its packages from. */
        PACKAGE_ELSEWHERE
    }

    private AnswerTable() {}

    /** The meaning of a reply. */
    public static Answer meaning(Reply reply, Asked asked) {
        if (reply instanceof Response response) {
            return meaning(response, asked);
        }
        Silence silence = (Silence) reply;
        return new Answer.Unknown(silence.why(), silence.cure());
    }

    private static Answer meaning(Response response, Asked asked) {
        int status = response.status();
        if (status >= 500) {
            return new Answer.ServerFault(status);
        }
        if (status >= 300 && status < 400) {
            Optional<String> host = response.header("location").flatMap(AnswerTable::host);
            return asked == Asked.PACKAGE_ELSEWHERE ? sentOn(status, host) : new Answer.SignInPage(host);
        }
        return switch (status) {
            case 203 -> new Answer.SignInPage(Optional.empty());
            case 401 -> new Answer.Rejected(response.header("x-vss-resourcetenant"));
            case 403 -> response.isHtml() ? page() : new Answer.NoRight();
            case 404 -> asked == Asked.FEED || response.isHtml() ? new Answer.NoSuchFeed() : new Answer.Accepted();
            case 407 -> proxyRefuses();
            case 429 -> new Answer.RateLimited(response.header("retry-after"));
            default -> success(response);
        };
    }

    private static Answer success(Response response) {
        if (response.isHtml()) {
            return new Answer.SignInPage(Optional.empty());
        }
        return response.status() == 200
                ? new Answer.Accepted()
                : new Answer.Unknown(
                        "The answer was " + response.status() + ", which says nothing about the credential",
                        "Check that the URL is that of an npm registry");
    }

    /** GitLab's way to serve the packages that it does not have; others send to their sign-in page like that. */
    private static Answer sentOn(int status, Optional<String> host) {
        return new Answer.Unknown(
                "The answer was " + status + ", which sends on"
                        + host.filter(name -> !MaybeToken.isIn(name))
                                .map(name -> " to " + Printable.name(name))
                                .orElse("")
                        + ": to where the registry has its packages from, or to its sign-in page",
                "Open the registry's URL in a browser on this machine and see who answers");
    }

    private static Answer page() {
        return new Answer.Unknown(
                "The answer was 403 with a web page, which is more likely a firewall's or a proxy's than the feed's",
                "Open the feed's URL in a browser on this machine and see who answers");
    }

    private static Answer proxyRefuses() {
        return new Answer.Unknown(
                "The proxy wants a user name and password (407)",
                "Put them into the <proxy> of settings.xml; for https, the JVM gives them to a proxy only with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= in MAVEN_OPTS");
    }

    private static Optional<String> host(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
