package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.credential.PinnedHosts;
import io.github.feedauth.credential.Secret;
import io.github.feedauth.credential.Servers;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.mojo.RecordedLog;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.BadPaddingException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsServersTest {
    private static final String CIPHERTEXT = "{COQLCE6DU6GtcS5P=}";
    private static final String PAT = "sentinel-pat";

    private final List<String> decrypted = new ArrayList<>();
    private final List<SettingsProblem> problems = new ArrayList<>();
    private final RecordedLog log = new RecordedLog();
    private UnaryOperator<String> cipher = UnaryOperator.identity();

    @Test
    void a_plain_password_comes_as_it_is() {
        assertThat(find(server("Shared", "me", PAT)))
                .isEqualTo(new Servers.Server("Shared", Optional.of("me"), Optional.of(Secret.of(PAT))));
    }

    @Test
    void an_encrypted_one_comes_in_clear() {
        cipher = text -> text.equals(CIPHERTEXT) ? PAT : text;
        assertThat(find(server("Shared", null, CIPHERTEXT)).password()).contains(Secret.of(PAT));
    }

    @Test
    void however_often_a_server_is_asked_for_it_is_decrypted_once_and_no_other_is() {
        SettingsServers servers = servers(server("Shared", null, PAT), server("Other", null, PAT));
        servers.find("Shared");
        servers.find("Shared");
        servers.find("missing");
        assertThat(decrypted).containsExactly("Shared");
    }

    @Test
    void the_ids_are_told_in_the_order_of_the_settings_without_decrypting_anything() {
        assertThat(servers(server("b", null, CIPHERTEXT), server("a", null, PAT))
                        .ids())
                .containsExactly("b", "a");
        assertThat(decrypted).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_none() {
        assertThat(servers().find("Shared")).isEmpty();
    }

    @Test
    void a_blank_user_name_is_none_and_a_missing_password_too() {
        Servers.Server found = find(server("Shared", "  ", null));
        assertThat(found.userName()).isEmpty();
        assertThat(found.password()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"ERROR", "FATAL"})
    void a_problem_of_decryption_fails_even_where_some_text_came_back(Severity severity) {
        problems.add(problem(severity));
        assertThatThrownBy(() -> find(server("Shared", null, PAT)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("can't be decrypted")
                .hasMessageContaining("settings.xml server 'Shared'")
                .hasMessageContaining("settings-security.xml")
                .hasMessageNotContaining(PAT);
    }

    /** The causes as Maven 3.6.3 to 3.10 give them. */
    @Test
    void the_reasons_of_a_failed_decryption_are_told_apart() {
        Exception missing = new FileNotFoundException("/home/me/.m2/settings-security.xml (No such file or directory)");
        assertUndecryptable(
                new Exception(new Exception(missing)), "file with the master password is not there, /home/me");
        assertUndecryptable(new Exception(new Exception("master password is not set")), "has no <master>");
        assertUndecryptable(
                new Exception(new BadPaddingException("Given final block")), "not the one it was encrypted with");
        assertThatThrownBy(() -> find(server("Shared", null, CIPHERTEXT))).hasMessageContaining("still encrypted");
    }

    /** Maven 3 looks for its own master password there too, and says so: mending that would be of no use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{[name=master,cipher=AES/GCM/NoPadding,version=4.0]vvq66pZ7rkvz=}",
                " {[version=4.1,name=legacy]vvq66pZ7rkvz=} ",
                "{[name=masterSourceLookup,version=4.0]env:X}"
            })
    void what_Maven_4_encrypted_is_told_whatever_Maven_3_says_of_it(String newer) {
        problems.add(new DefaultSettingsProblem(
                "Failed", Severity.ERROR, "server: Shared", -1, -1, new Exception(new FileNotFoundException("x.xml"))));
        assertThatThrownBy(() -> find(server("Shared", null, newer)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining(
                        "can't be decrypted: it was encrypted by Maven 4, which this Maven can't undo (settings.xml server 'Shared')")
                .hasMessageNotContaining("x.xml")
                .hasMessageNotContaining("vvq66");
    }

    @Test
    void a_passphrase_that_can_not_be_decrypted_fails_even_where_there_is_no_password() {
        problems.add(problem(Severity.ERROR));
        assertThatThrownBy(() -> find(server("Shared", null, null)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("can't be decrypted");
    }

    private void assertUndecryptable(Exception cause, String reason) {
        problems.add(new DefaultSettingsProblem("Failed", Severity.ERROR, "server: Shared", -1, -1, cause));
        assertThatThrownBy(() -> find(server("Shared", null, CIPHERTEXT)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("The password can't be decrypted: ")
                .hasMessageContaining(reason)
                .hasNoCause();
        problems.clear();
    }

    @Test
    void a_warning_is_passed_on_and_does_not_fail() {
        problems.add(problem(Severity.WARNING));
        assertThat(find(server("Shared", null, PAT)).password()).contains(Secret.of(PAT));
        assertThat(log.lines).containsExactly("warn: settings.xml server 'Shared': Failed to decrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {CIPHERTEXT, " " + CIPHERTEXT + "\n", "{[name=masterSourceLookup,version=4.0]\nenv:X}"})
    void ciphertext_that_is_still_there_afterwards_is_never_taken_for_the_password(String left) {
        assertThatThrownBy(() -> find(server("Shared", null, left)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("can't be decrypted")
                .hasMessageNotContaining("{");
    }

    @Test
    void a_variable_that_is_not_set_is_told_before_decryption_can_report_something_misleading() {
        problems.add(problem(Severity.ERROR));
        assertThatThrownBy(() -> find(server("Shared", null, "${env.NPM_PAT}")))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("not set")
                .hasMessageContaining("'Shared'");
        assertThat(decrypted).isEmpty();
    }

    @Test
    void a_variable_that_only_shows_after_decryption_is_told_too() {
        cipher = text -> "${env.NPM_PAT}";
        assertThatThrownBy(() -> find(server("Shared", null, CIPHERTEXT)))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("not set");
    }

    @Test
    void a_failure_stays_one_however_often_it_is_asked_for() {
        SettingsServers servers = servers(server("Shared", null, CIPHERTEXT));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> servers.find("Shared")).isInstanceOf(FeedAuthFailure.class);
        }
    }

    @Test
    void hosts_of_the_servers_configuration_come_along_as_text_and_as_elements() {
        assertThat(find(server("Shared", null, PAT)).hosts()).isEqualTo(PinnedHosts.NONE);
        assertThat(find(withHosts("\n  tfs.example.com,\tnpm.example.com:8443 "))
                        .hosts())
                .hasToString("tfs.example.com, npm.example.com:8443");
        assertThat(find(withHosts(null, "tfs.example.com", " npm.example.com ")).hosts())
                .hasToString("tfs.example.com, npm.example.com");
    }

    @Test
    void hosts_without_any_host_are_refused_rather_than_taken_for_no_pin() {
        for (Server broken : List.of(withHosts(null), withHosts(" "), withHosts(null, "tfs.example.com", ""))) {
            assertThatThrownBy(() -> find(broken))
                    .isInstanceOf(FeedAuthFailure.class)
                    .hasMessageContaining("settings.xml server 'Shared', hosts")
                    .hasMessageContaining("The element is empty");
        }
    }

    @Test
    void a_pin_that_is_misspelt_is_refused_too() {
        Server server = withHosts("tfs.example.com");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(new Xpp3Dom("host"));
        server.setConfiguration(configuration);
        assertThatThrownBy(() -> find(server))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("Write <hosts>");
    }

    private static Server withHosts(String text, String... elements) {
        Xpp3Dom hosts = new Xpp3Dom("hosts");
        hosts.setValue(text);
        for (String element : elements) {
            Xpp3Dom host = new Xpp3Dom("host");
            host.setValue(element);
            hosts.addChild(host);
        }
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(hosts);
        Server server = server("Shared", null, PAT);
        server.setConfiguration(configuration);
        return server;
    }

    private Servers.Server find(Server server) {
        return servers(server).find(server.getId()).orElseThrow();
    }

    private SettingsServers servers(Server... servers) {
        Settings settings = new Settings();
        settings.setServers(new ArrayList<>(List.of(servers)));
        return new SettingsServers(settings, new FakeDecrypter(), log);
    }

    private static Server server(String id, String userName, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(userName);
        server.setPassword(password);
        return server;
    }

    private static SettingsProblem problem(Severity severity) {
        return new DefaultSettingsProblem("Failed to decrypt", severity, "server: Shared", -1, -1, null);
    }

    private final class FakeDecrypter implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Server server = request.getServers().get(0).clone();
            decrypted.add(server.getId());
            if (server.getPassword() != null) {
                server.setPassword(cipher.apply(server.getPassword()));
            }
            return new Decrypted(List.of(server), problems);
        }
    }
}
