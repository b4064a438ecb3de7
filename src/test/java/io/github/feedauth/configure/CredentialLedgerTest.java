package io.github.feedauth.configure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.credential.Credential;
import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CredentialLedgerTest {
    private static final Path FILE = Path.of("/home/me/.npmrc");
    private static final Feed FEED = Machine.feed(Machine.REGISTRY);

    private final CredentialLedger ledger = new CredentialLedger();

    @Test
    void the_same_credential_may_come_from_another_source() {
        ledger.enter(FILE, FEED, pat("sentinel-one", "environment variable FEEDAUTH_PAT"));
        assertThatCode(() -> ledger.enter(FILE, FEED, pat("sentinel-one", "settings.xml server 'Feed'")))
                .doesNotThrowAnyException();
    }

    @Test
    void two_modules_with_different_credentials_for_a_feed_are_told_both_sources_and_no_secret() {
        ledger.enter(FILE, FEED, pat("sentinel-one", "environment variable A_PAT"));
        assertThatThrownBy(() -> ledger.enter(FILE, FEED, pat("sentinel-two", "environment variable B_PAT")))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(Machine.REGISTRY)
                .hasMessageContaining(FILE.toString())
                .hasMessageContaining("A_PAT")
                .hasMessageContaining("B_PAT")
                .hasMessageNotContaining("sentinel");
    }

    @Test
    void another_user_name_beside_the_same_token_is_no_conflict_but_another_kind_of_token_is() {
        ledger.enter(FILE, FEED, pat("sentinel-one", "one"));
        Secret same = Secret.of("sentinel-one");
        ResolvedCredential renamed = new ResolvedCredential(new Credential.Basic("me", same), "two");
        ResolvedCredential bearer = new ResolvedCredential(new Credential.Bearer(same), "three");
        assertThatCode(() -> ledger.enter(FILE, FEED, renamed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ledger.enter(FILE, FEED, bearer)).isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void feeds_that_meet_at_one_prefix_are_the_same_feed_for_npm() {
        ledger.enter(FILE, Machine.feed("https://npm.example.com/npm/registry/"), pat("sentinel-one", "one"));
        Feed parent = Machine.feed("https://npm.example.com/npm/");
        assertThatThrownBy(() -> ledger.enter(FILE, parent, pat("sentinel-two", "two")))
                .isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void another_file_or_another_feed_is_another_matter() {
        ledger.enter(FILE, FEED, pat("sentinel-one", "one"));
        ResolvedCredential other = pat("sentinel-two", "two");
        assertThatCode(() -> {
                    ledger.enter(Path.of("/home/other/.npmrc"), FEED, other);
                    ledger.enter(FILE, Machine.feed(Machine.REGISTRY.replace("Feed", "Feed2")), other);
                })
                .doesNotThrowAnyException();
    }

    private static ResolvedCredential pat(String pat, String origin) {
        return new ResolvedCredential(new Credential.Basic("AzureDevOps", Secret.of(pat)), origin);
    }
}
