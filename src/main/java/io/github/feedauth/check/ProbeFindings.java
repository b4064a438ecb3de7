package io.github.feedauth.check;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.MaybeToken;
import io.github.feedauth.failure.Printable;
import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.feed.AzureFeed;
import io.github.feedauth.feed.Deployment;
import io.github.feedauth.npmrc.NpmBase64;
import io.github.feedauth.probe.Answer;
import java.util.Optional;

/** A feed's answer in a sentence: what it means, where the credential came from, and what to do. */
public final class ProbeFindings {
    private static final String SCOPES = "the scope Packaging (read), or read & write to publish";

    private final Target target;
    private final String origin;
    private final Optional<SentCredential> sent;
    private final String question;

    /** @param origin where the credential stands, in words */
    public ProbeFindings(Target target, String origin, Optional<SentCredential> sent) {
        this(target, origin, sent, "whether the feed takes the credential");
    }

    /**
     * As the other, where something else was asked.
     *
     * @param question what is not known without an answer, in words: {@code whether the version is free}
     */
    public ProbeFindings(Target target, String origin, Optional<SentCredential> sent, String question) {
        this.target = target;
        this.origin = origin;
        this.sent = sent;
        this.question = question;
    }

    /** @param source the source that holds the same credential, in words */
    static ProbeFindings of(Target target, SentCredential sent, Optional<String> source) {
        String words = "the token of " + source.map(name -> name + ", in ").orElse("")
                + sent.decisive().place();
        return new ProbeFindings(target, words, Optional.of(sent));
    }

    /** The finding; empty where all is well or nothing was asked. */
    public Optional<Finding> of(Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            return Optional.of(rejected(rejected));
        }
        if (answer instanceof Answer.SignInPage page) {
            return Optional.of(Finding.of(
                    Code.SIGN_IN_PAGE,
                    "The registry answers with a sign-in page"
                            + page.host()
                                    .filter(host -> !MaybeToken.isIn(host))
                                    .map(host -> " of " + Printable.name(host))
                                    .orElse("")
                            + ", which means that it did not take " + origin,
                    newToken()));
        }
        if (answer instanceof Answer.NoRight) {
            return Optional.of(Finding.of(
                    Code.NO_RIGHT,
                    "The feed knows who asks, but gives no right to read it to " + origin,
                    "Give the PAT " + SCOPES
                            + "; and let the feed's owner make you a Reader of it, or a Contributor to publish"
                            + " (feed settings, Permissions)"));
        }
        if (answer instanceof Answer.NoSuchFeed) {
            return Optional.of(Finding.of(Code.NO_SUCH_FEED, "There is no such feed at this address", otherName()));
        }
        if (answer instanceof Answer.RateLimited limited) {
            return Optional.of(Finding.of(
                    Code.RATE_LIMITED,
                    "The feed is being asked too often (429), so " + question + " is not known",
                    limited.retryAfter()
                            .filter(text -> text.length() <= 40)
                            .map(text -> "Wait (Retry-After: " + text + "), and run this again")
                            .orElse("Wait some minutes, and run this again")));
        }
        if (answer instanceof Answer.ServerFault fault) {
            return Optional.of(Finding.of(
                    Code.SERVER_FAULT,
                    "The server failed (" + fault.status() + "), so " + question + " is not known",
                    target.azure()
                                    .filter(azure -> azure.deployment() == Deployment.SERVICES)
                                    .isPresent()
                            ? "See https://status.dev.azure.com, and run this again"
                            : "Ask whoever runs it, and run this again"));
        }
        return answer instanceof Answer.Unknown unknown
                ? Optional.of(
                        Finding.of(Code.UNKNOWN, unknown.why() + ": " + question + " is not known", unknown.cure()))
                : Optional.empty();
    }

    private Finding rejected(Answer.Rejected rejected) {
        Optional<String> issuer = sent.filter(credential -> credential.match().kind() == AuthLookup.Kind.TOKEN)
                .flatMap(credential -> tenant(credential.decisive().value()));
        if (issuer.isPresent()
                && rejected.tenant().isPresent()
                && !issuer.get().equalsIgnoreCase(rejected.tenant().get())) {
            return Finding.of(
                    Code.REJECTED,
                    "The feed does not accept " + origin
                            + " (401): the token was issued by another Entra tenant than the one"
                            + " that the organization belongs to",
                    "Sign in to the organization's own tenant, and get the token there");
        }
        return Finding.of(
                Code.REJECTED,
                "The feed does not accept " + origin
                        + " (401): it is wrong, expired, revoked, or of another organization"
                        + (target.azure()
                                        .filter(azure -> azure.deployment() == Deployment.SERVER)
                                        .isPresent()
                                ? "; a Server also wants the user name DefaultCollection on a collection's feed"
                                : ""),
                newToken());
    }

    private String newToken() {
        return target.azure()
                .map(azure -> "Make a PAT with " + SCOPES + " at " + tokenPage(azure)
                        + ", put it where the old one came from, and run mvn feedauth:configure")
                .orElse("Get a new token from " + target.url().url().host()
                        + ", put it where the old one came from, and run mvn feedauth:configure");
    }

    private static String tokenPage(AzureFeed azure) {
        boolean services = azure.deployment() == Deployment.SERVICES;
        return services
                ? "https://dev.azure.com/" + azure.owner().replace(" ", "%20") + "/_usersSettings/tokens"
                : azure.base().text() + "_usersSettings/tokens";
    }

    private String otherName() {
        return target.azure()
                .map(azure -> "Compare with Connect to feed, npm, on the feed's page: organization or collection '"
                        + azure.owner() + "', feed '" + azure.name() + "'"
                        + azure.project()
                                .map(project -> ", project '" + project
                                        + "' (a feed of the whole organization has none in its address)")
                                .orElse(" (a feed of a project has the project's name before _packaging)"))
                .orElse("Check the registry's URL");
    }

    /** The tenant that a JWT names as its issuer's. */
    private static Optional<String> tenant(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonObject claims = JsonParser.object().from(NpmBase64.decode(parts[1]));
            return Optional.ofNullable(claims.getString("tid"));
        } catch (JsonParserException notAJwt) {
            return Optional.empty();
        }
    }
}
