package io.github.feedauth.configure;

import static io.github.feedauth.configure.Machine.PAT;
import static io.github.feedauth.configure.Machine.REGISTRY;
import static io.github.feedauth.configure.Machine.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.credential.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Corepack may have in its environment. */
class CorepackLoanTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJmZWVkIn0.c2lnbmF0dXJl";

    @TempDir
    Path temp;

    private Machine machine;

    @BeforeEach
    void a_machine() throws IOException {
        machine = new Machine(temp);
    }

    @Test
    void a_PAT_goes_with_the_registry_and_with_custom_addresses_switched_off() {
        assertThat(machine.store(CredentialStore.EPHEMERAL).configure().corepack())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "COREPACK_NPM_REGISTRY", Secret.of(REGISTRY),
                        "COREPACK_NPM_USERNAME", Secret.of("AzureDevOps"),
                        "COREPACK_NPM_PASSWORD", Secret.of(PAT),
                        "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", Secret.of("0")));
    }

    @Test
    void so_does_a_JWT_as_a_token() {
        machine.environment.put("FEEDAUTH_PAT", JWT);
        assertThat(machine.store(CredentialStore.EPHEMERAL).configure().corepack())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "COREPACK_NPM_REGISTRY", Secret.of(REGISTRY),
                        "COREPACK_NPM_TOKEN", Secret.of(JWT),
                        "COREPACK_ENABLE_UNSAFE_CUSTOM_URLS", Secret.of("0")));
    }

    @ParameterizedTest
    @EnumSource(value = CredentialStore.class, mode = EnumSource.Mode.EXCLUDE, names = "EPHEMERAL")
    void a_store_that_leaves_something_behind_gives_it_nothing(CredentialStore store) {
        assertThat(machine.store(store).configure().corepack()).isEmpty();
    }

    @Test
    void neither_does_a_feed_of_scopes_alone_nor_a_dry_run() {
        machine.store(CredentialStore.EPHEMERAL);
        assertThat(machine.feeds(feed(REGISTRY, "@contoso")).configure().corepack())
                .isEmpty();
        assertThat(machine.feeds(feed(REGISTRY)).dryRun().configure().corepack())
                .isEmpty();
    }
}
