package io.github.feedauth.mojo;

import static io.github.feedauth.mojo.Fields.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.FrontEnd;
import io.github.feedauth.client.PackageManager;
import io.github.feedauth.configure.Clean;
import io.github.feedauth.configure.ConfigureRequest;
import io.github.feedauth.configure.CredentialStore;
import io.github.feedauth.configure.LegacyKeys;
import io.github.feedauth.configure.Report;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.project.EarlyFrontEndGoals.Early;
import io.github.feedauth.store.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.Test;

class ReportLogTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Shared/npm/registry/";
    private static final Path USER_FILE = Path.of("/home/me/.npmrc");
    private static final Path PROJECT_FILE = Path.of("/srv/web/.npmrc");

    private final RecordedLog recorded = new RecordedLog();
    private final ReportLog log = new ReportLog(recorded);
    private final Feeds feeds = new FeedsParameter(feed(URL), null).toFeeds(false);

    @Test
    void each_written_file_gets_one_line_of_INFO() {
        report(false, file(USER_FILE, true, true), file(PROJECT_FILE, false, true));
        assertThat(recorded.lines)
                .containsExactly(
                        "info: Credentials written to /home/me/.npmrc: " + URL
                                + " from environment variable FEEDAUTH_PAT",
                        "info: Registry written to /srv/web/.npmrc: registry=" + URL
                                + ". A registry line is no secret: commit it");
    }

    @Test
    void what_a_registry_line_took_the_place_of_is_told_masked() {
        List<ChangedLine> lines = List.of(
                new ChangedLine(ChangedLine.Kind.REMOVED, 1, "registry=***"),
                new ChangedLine(ChangedLine.Kind.ADDED, 1, "registry=" + URL));
        report(
                false,
                new Report.FileReport(
                        ConfigFile.project(PROJECT_FILE, PROJECT_FILE.getParent()), true, lines, List.of()));
        assertThat(recorded.lines)
                .containsExactly("info: Registry written to /srv/web/.npmrc: registry=" + URL
                        + ", in the place of registry=***. A registry line is no secret: commit it");
    }

    @Test
    void a_user_file_that_was_moved_into_the_project_is_warned_of() {
        Path moved = Path.of("/srv/web/cfg/npmrc");
        ConfigureRequest request = request(feeds, CredentialStore.USER, false);
        Report report = new Report(
                Map.of(),
                List.of(file(moved, true, true), file(PROJECT_FILE, false, true)),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        log.inTheProject(report, request, Path.of("/srv/web/cfg"));
        assertThat(recorded.lines).as("where HOME leads").isEmpty();
        log.inTheProject(report, request, Path.of("/home/me"));
        assertThat(recorded.lines)
                .singleElement()
                .asString()
                .startsWith("warn: /srv/web/cfg/npmrc holds a credential and lies in the project");
    }

    @Test
    void who_reads_the_npmrc_is_told_by_name() {
        Path web = Path.of("/srv/web");
        assertThat(ReportLog.readersOfNpmrc(List.of())).isEqualTo("npm");
        assertThat(ReportLog.readersOfNpmrc(List.of(
                        frontEnd(web, PackageManager.PNPM),
                        frontEnd(web, PackageManager.YARN_BERRY),
                        frontEnd(web, PackageManager.PNPM),
                        frontEnd(web, PackageManager.BUN))))
                .isEqualTo("pnpm and Bun");
    }

    private static FrontEnd frontEnd(Path folder, PackageManager manager) {
        return new FrontEnd(folder, folder, new Client(manager, Optional.empty()));
    }

    @Test
    void what_is_written_for_Yarn_is_told_in_the_words_of_its_own_file() {
        FeedParameter scoped = feed(Map.of("url", URL, "scopes", List.of("@shop")));
        Path yarnrc = Path.of("/srv/web/.yarnrc.yml");
        log.report(
                new Report(Map.of(), List.of(file(yarnrc, false, true)), Optional.empty(), Optional.empty(), Map.of()),
                request(
                        new FeedsParameter(null, List.of(scoped, feed("https://npm.example.com/"))).toFeeds(false),
                        CredentialStore.USER,
                        false));
        assertThat(recorded.lines)
                .containsExactly(
                        "info: Registry written to /srv/web/.yarnrc.yml: npmScopes.shop.npmRegistryServer: " + URL
                                + ", npmRegistryServer: https://npm.example.com/. A registry line is no secret: commit it");
    }

    @Test
    void an_unchanged_file_is_worth_a_line_of_DEBUG_only() {
        report(false, file(USER_FILE, true, false), file(PROJECT_FILE, false, false));
        assertThat(recorded.lines)
                .containsExactly(
                        "debug: Unchanged: /home/me/.npmrc, " + URL + " from environment variable FEEDAUTH_PAT",
                        "debug: Unchanged: /srv/web/.npmrc");
    }

    @Test
    void what_happened_to_a_file_is_warned_of_even_where_it_is_unchanged() {
        report(
                false,
                new Report.FileReport(ConfigFile.user(USER_FILE), false, List.of(), List.of("Mode was too wide")));
        assertThat(recorded.lines).startsWith("warn: Mode was too wide");
    }

    @Test
    void a_dry_run_shows_the_lines_and_does_not_claim_to_have_written() {
        ChangedLine line = new ChangedLine(ChangedLine.Kind.ADDED, 1, "//host/:_password=***");
        report(
                true,
                new Report.FileReport(ConfigFile.user(USER_FILE), true, List.of(line), List.of()),
                file(PROJECT_FILE, false, false));
        assertThat(recorded.lines)
                .containsExactly(
                        "info: Would change /home/me/.npmrc:",
                        "info:   +1: //host/:_password=***",
                        "info: Would not change /srv/web/.npmrc");
    }

    @Test
    void names_from_outside_can_neither_break_a_line_nor_colour_one() {
        Path hostile = Path.of("/srv/a\n[INFO] BUILD SUCCESS\u001b[32m/.npmrc");
        ChangedLine line = new ChangedLine(ChangedLine.Kind.REMOVED, 1, "registry=\u001b[2Jx\ny");
        report(false, file(hostile, true, true), file(hostile, false, true), file(hostile, false, false));
        report(
                true,
                new Report.FileReport(ConfigFile.user(hostile), true, List.of(line), List.of()),
                file(hostile, false, false));
        log.notYet(List.of(hostile));
        log.early(
                List.of(new Early("npm", "a\n[INFO] b\u001b", Optional.of("validate"))),
                self("initialize"),
                text -> text);
        assertThat(recorded.lines)
                .hasSize(8)
                .allSatisfy(text -> assertThat(text).doesNotContain("\n", "\u001b"));
        assertThat(recorded.lines.get(0)).contains("/srv/a\\u000a[INFO] BUILD SUCCESS\\u001b[32m/.npmrc");
    }

    @Test
    void a_credential_that_clean_takes_is_told_with_what_other_projects_need_then() {
        ChangedLine line = new ChangedLine(ChangedLine.Kind.REMOVED, 1, "//host/npm/:_password=***");
        log.cleaning(false).accept(new Report.FileReport(ConfigFile.user(USER_FILE), true, List.of(line), List.of()));
        assertThat(recorded.lines)
                .containsExactly("info: Taken back: /home/me/.npmrc without //host/npm/:_password. Another project that"
                        + " uses one of these needs feedauth:configure again");
    }

    @Test
    void what_clean_leaves_for_other_projects_is_one_line_with_who_needs_it() {
        log.keeping()
                .accept(new Clean.Kept(
                        ConfigFile.user(USER_FILE),
                        List.of("//host/npm/registry/", "//host/npm/"),
                        List.of(Path.of("/srv/shop"))));
        assertThat(recorded.lines)
                .containsExactly(
                        "info: Kept in /home/me/.npmrc: the credential of //host/npm/registry/, //host/npm/, which"
                                + " /srv/shop still uses. It goes with feedauth:clean there, or with -Dfeedauth.allProjects");
    }

    @Test
    void a_front_end_goal_of_an_earlier_phase_is_told_with_the_phase_to_bind_to() {
        log.early(List.of(new Early("npm", "install", Optional.of("validate"))), self("initialize"), text -> text);
        assertThat(recorded.lines)
                .singleElement()
                .asString()
                .startsWith("warn: frontend-maven-plugin:npm (install) runs before feedauth:configure")
                .contains("<phase>validate</phase>");
    }

    @Test
    void one_of_the_same_phase_is_told_with_the_order_of_the_POM() {
        log.early(List.of(new Early("npm", "install", Optional.of("initialize"))), self("initialize"), text -> text);
        assertThat(recorded.lines)
                .singleElement()
                .asString()
                .contains("Both are bound to initialize: put feedauth-maven-plugin above frontend-maven-plugin");
    }

    @Test
    void where_configure_was_typed_the_cure_is_on_the_command_line_too() {
        log.early(List.of(new Early("npm", "install", Optional.of("generate-resources"))), self(null), text -> text);
        assertThat(recorded.lines).singleElement().asString().contains("before it on the command line");
    }

    @Test
    void the_command_is_told_as_it_is_typed_here() {
        log.early(
                List.of(new Early("npm", "default-cli", Optional.empty())),
                self(null),
                text -> text.replace("mvn feedauth:", "mvn g:a:1:"));
        assertThat(recorded.lines).singleElement().asString().endsWith("as in mvn g:a:1:configure package");
    }

    @Test
    void one_of_the_command_line_is_told_with_the_order_there() {
        log.early(List.of(new Early("npm", "default-cli", Optional.empty())), self(null), text -> text);
        assertThat(recorded.lines).singleElement().asString().contains("before it on the command line");
    }

    @Test
    void a_credential_over_plain_http_is_warned_of_and_https_this_machine_or_no_credential_are_not() {
        Feeds plain = new FeedsParameter(feed("http://npm.example.com/"), null).toFeeds(true);
        Feeds here = new FeedsParameter(feed("http://localhost:4873/"), null).toFeeds(false);
        log.insecure(request(feeds, CredentialStore.USER, false));
        log.insecure(request(here, CredentialStore.USER, false));
        log.insecure(request(plain, CredentialStore.NONE, false));
        assertThat(recorded.lines).isEmpty();
        log.insecure(request(plain, CredentialStore.USER, false));
        assertThat(recorded.lines)
                .singleElement()
                .asString()
                .startsWith("warn: The credential for http://npm.example.com/ crosses the network in clear");
    }

    @Test
    void a_folder_that_is_filled_later_is_told_with_what_works_then() {
        log.notYet(List.of(Path.of("/srv/target/web")));
        assertThat(recorded.lines)
                .singleElement()
                .asString()
                .startsWith("warn: /srv/target/web holds no package.json yet")
                .contains("Bind feedauth:configure", "workingDirectory");
    }

    private void report(boolean dryRun, Report.FileReport... files) {
        Map<Feed, String> origins = Map.of(feeds.list().get(0), "environment variable FEEDAUTH_PAT");
        log.report(
                new Report(origins, List.of(files), Optional.empty(), Optional.empty(), Map.of()),
                request(feeds, CredentialStore.USER, dryRun));
    }

    private static ConfigureRequest request(Feeds feeds, CredentialStore store, boolean dryRun) {
        return new ConfigureRequest(
                feeds,
                List.of(),
                Path.of("/srv"),
                Path.of("/srv"),
                store,
                Path.of("/srv/target/feedauth/npmrc"),
                LegacyKeys.AUTO,
                dryRun);
    }

    private static Report.FileReport file(Path path, boolean secret, boolean changed) {
        return new Report.FileReport(
                secret ? ConfigFile.user(path) : ConfigFile.project(path, path.getParent()),
                changed,
                List.of(),
                List.of());
    }

    private static MojoExecution self(String phase) {
        MojoExecution self = new MojoExecution(new Plugin(), "configure", "default");
        self.setLifecyclePhase(phase);
        return self;
    }
}
