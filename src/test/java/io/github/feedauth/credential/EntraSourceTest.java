package io.github.feedauth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.FeedCoordinates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EntraSourceTest {
    private static final String JWT = "eyJhbGciOiJ4In0.eyJhIjoxfQ.";

    private final Feed feed = feed("https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/");
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private Duration life = Duration.ofHours(1);
    private int asked;
    private final EntraSource source = new EntraSource("the stand-in", this::signIn, new MovingClock());

    @Test
    void a_token_is_used_until_shortly_before_it_expires() {
        assertThat(token()).isEqualTo(JWT + 1);
        now = now.plus(Duration.ofMinutes(54));
        assertThat(token()).isEqualTo(JWT + 1);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(token()).isEqualTo(JWT + 2);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void it_is_sent_as_Bearer_and_its_origin_told() {
        ResolvedCredential found = new CredentialChain(java.util.List.of(source)).resolve(feed);
        assertThat(found.credential()).isEqualTo(new Credential.Bearer(Secret.of(JWT + 1)));
        assertThat(found.origin()).isEqualTo("the stand-in");
    }

    @Test
    void one_that_comes_expired_is_not_used() {
        life = Duration.ZERO;
        assertThatThrownBy(this::token)
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("expired already (the stand-in)")
                .hasMessageNotContaining(JWT);
    }

    @Test
    void no_other_registry_gets_one() {
        assertThat(source.ask(feed("https://npm.example.com/"))).isEmpty();
        assertThat(asked).isZero();
    }

    private String token() {
        return source.ask(feed).orElseThrow().token().secret().reveal();
    }

    private IssuedToken signIn() {
        asked++;
        return new IssuedToken(Secret.of(JWT + asked), now.plus(life));
    }

    private static Feed feed(String url) {
        return Feed.of(FeedCoordinates.ofUrl(url).locate("parameter feed"));
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
