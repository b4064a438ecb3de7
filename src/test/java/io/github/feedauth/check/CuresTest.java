package io.github.feedauth.check;

import static io.github.feedauth.check.Desk.base64;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.oracle.LocalFeed;
import io.github.feedauth.oracle.NpmRelease;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.publish.CheckPublish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code: real npm, of the version concerned, fails or warns at it on the embedded feed; the cure is done as it is printed; and npm
 * fails or warns no more. Codes of which npm cannot tell are listed with the reason, and a code in neither place fails.
 */
@Timeout(300)
class CuresTest {
    private static final String PAT = Desk.PAT;
    private static final String OLD = "lastyear".repeat(6) + "last";
    private static final String ELSEWHERE = "/contoso/_packaging/Publish-elsewhere/npm/registry/";
    private static final String NO_ENTRY = "E401|Unable to authenticate|authentication token";

    private static final String OF_AN_ANSWER =
            "an answer of the feed, not a fault of the files: see the case check-answers";

    /** What npm cannot show, and why. */
    private static final Map<Code, String> NOT_SHOWN = Map.ofEntries(
            entry(Code.SEVERAL_ORGANIZATIONS, "of Azure's own hosts only; what npm says is FA201's"),
            entry(
                    Code.GLOBAL_PAT,
                    "of Azure's own hosts only; npm works until the day comes: see the case check-proxy"),
            entry(Code.WITHOUT_ALWAYS_AUTH, "Yarn 1's; npm needs none: see ClientOracleTest"),
            entry(Code.WIDE_MODE, "npm reads the file all the same"),
            entry(Code.SECRET_TRACKED, "npm asks no git"),
            entry(Code.SECRET_NOT_IGNORED, "npm asks no git"),
            entry(Code.INSECURE, "npm sends the credential in clear without a word"),
            entry(Code.UNREAD_YARN_FILE, "Yarn's file, which npm does not read; Yarn may well read it"),
            entry(Code.YARN_VARIABLE, "Yarn's file, which npm does not read: see YarnConfigOracleTest"),
            entry(Code.REJECTED, OF_AN_ANSWER),
            entry(Code.SIGN_IN_PAGE, OF_AN_ANSWER),
            entry(Code.NO_RIGHT, OF_AN_ANSWER),
            entry(Code.NO_SUCH_FEED, OF_AN_ANSWER),
            entry(Code.RATE_LIMITED, OF_AN_ANSWER),
            entry(Code.SERVER_FAULT, OF_AN_ANSWER),
            entry(Code.UNKNOWN, OF_AN_ANSWER));

    private static LocalFeed feed;
    private static Map<Integer, NpmRelease> npms;

    @TempDir
    static Path caches;

    @TempDir
    Path temp;

    @BeforeAll
    static void a_feed_and_the_releases_of_npm() throws Exception {
        npms = NpmRelease.byMajor();
        feed = LocalFeed.start(PAT);
    }

    @AfterAll
    static void stop() throws Exception {
        feed.stop();
    }

    static Stream<Ailment> ailments() {
        List<Ailment> all = new ArrayList<>(credentials());
        all.addAll(files());
        all.addAll(publishing());
        return all.stream();
    }

    private static List<Ailment> credentials() {
        return List.of(
                Ailment.of(Code.NO_CREDENTIAL, "nothing", List.of(6, 8, 10, 11, 12), desk -> desk.user(""), NO_ENTRY),
                Ailment.of(
                        Code.NO_CREDENTIAL,
                        "half of one",
                        List.of(8),
                        desk -> desk.user(desk.key() + ":_password=" + base64(PAT) + "\n"),
                        NO_ENTRY),
                Ailment.of(
                        Code.OTHER_CREDENTIAL_FIRST,
                        "a token",
                        List.of(6, 12),
                        desk -> desk.user(desk.credential() + desk.key() + ":_authToken=eyJ.old.x\n"),
                        NO_ENTRY),
                Ailment.of(
                        Code.OTHER_CREDENTIAL_FIRST,
                        "_auth",
                        List.of(11),
                        desk -> desk.user(desk.key() + ":_auth=" + base64("any:" + OLD) + "\n" + desk.credential()),
                        NO_ENTRY),
                Ailment.of(
                        Code.SHADOWED,
                        "by the project",
                        List.of(10),
                        desk -> desk.project(desk.key() + ":_password=" + base64(OLD) + "\n"),
                        NO_ENTRY),
                Ailment.of(
                        Code.SHADOWED,
                        "by the environment",
                        List.of(12),
                        desk -> desk.environment.put("npm_config_" + desk.key() + ":_password", base64(OLD)),
                        NO_ENTRY),
                Ailment.of(
                        Code.NOT_REGISTERED,
                        "another registry",
                        List.of(8),
                        desk -> desk.file(".npmrc", "registry=" + feed.url(ELSEWHERE) + "\n"),
                        "E404|" + NO_ENTRY),
                Ailment.of(
                        Code.OVERRIDDEN_REGISTRY,
                        "npmRegistryURL",
                        List.of(11),
                        desk -> desk.flags.add(new Setting(
                                ConfigLevel.COMMAND_LINE,
                                Place.named("npmRegistryURL"),
                                "registry",
                                feed.url(ELSEWHERE))),
                        "E404|" + NO_ENTRY),
                Ailment.of(
                        Code.OVERRIDDEN_REGISTRY,
                        "a variable",
                        List.of(10),
                        desk -> desk.environment.put("NPM_CONFIG_REGISTRY", feed.url(ELSEWHERE)),
                        "E404|" + NO_ENTRY),
                Ailment.of(
                        Code.OUTDATED_CREDENTIAL,
                        "last year's",
                        List.of(12),
                        desk -> desk.user(desk.credential().replace(base64(PAT), base64(OLD))),
                        NO_ENTRY),
                misspelt("case", desk -> desk.key().replace("contoso", "Contoso")),
                misspelt("port", desk -> desk.key().replaceFirst(":\\d+", "")),
                misspelt("slash", desk -> desk.key().replace("/contoso", "//contoso")),
                misspelt("view", desk -> desk.key().replace("Shared", "Shared@Release")),
                Ailment.of(Code.MISSPELT_KEY, "%20", List.of(8), CuresTest::blankInsteadOfItsEscape, NO_ENTRY),
                password(Code.INVALID_BASE64, "the PAT itself", PAT),
                password(Code.USER_IN_PASSWORD, "user:PAT", base64("AzureDevOps:" + PAT)),
                password(Code.SPACE_IN_PASSWORD, "PAT and newline", base64(PAT + "\n")),
                Ailment.of(
                        Code.PAT_AS_BEARER,
                        "PAT",
                        List.of(11),
                        desk -> desk.user(desk.key() + ":_authToken=" + PAT + "\n"),
                        NO_ENTRY));
    }

    private static Ailment misspelt(String how, java.util.function.Function<Desk, String> key) {
        return Ailment.of(
                Code.MISSPELT_KEY,
                how,
                List.of(10),
                desk -> desk.user(desk.credential().replace(desk.key(), key.apply(desk))),
                NO_ENTRY);
    }

    private static void blankInsteadOfItsEscape(Desk desk) throws IOException {
        String url = feed.url("/contoso/Web%20Shop/_packaging/Shared/npm/registry/");
        String key = url.substring(url.indexOf("//"));
        desk.feeds.clear();
        desk.feed(url).file(".npmrc", "registry=" + url + "\n");
        desk.user(desk.credential().replace(desk.key(), key.replace("%20", " ")));
    }

    private static Ailment password(Code code, String how, String value) {
        return Ailment.of(
                code,
                how,
                List.of(12),
                desk -> desk.user(desk.key() + ":username=AzureDevOps\n" + desk.key() + ":_password=" + value + "\n"),
                NO_ENTRY);
    }

    private static List<Ailment> files() {
        return List.of(
                Ailment.of(
                        Code.UNUSABLE_REGISTRY,
                        "no URL",
                        List.of(8),
                        desk -> desk.project("@contoso:registry=pkgs.dev.azure.com/contoso\n"),
                        "[Ii]nvalid URL|ERR_INVALID_URL",
                        "view",
                        "@contoso/words",
                        "version"),
                Ailment.of(
                        Code.UNSCOPED_CREDENTIAL,
                        "_authToken",
                        List.of(10, 11, 12),
                        desk -> desk.user(desk.credential() + "_authToken=eyJ.old.x\n"),
                        "ERR_INVALID_AUTH|Invalid auth configuration"),
                Ailment.of(
                        Code.TOP_LEVEL_EMAIL,
                        "email",
                        List.of(12),
                        desk -> desk.user("email=ada@example.com\n" + desk.credential()),
                        "ERR_INVALID_AUTH|Invalid auth configuration"),
                Ailment.of(
                        Code.ALWAYS_AUTH,
                        "a warning",
                        List.of(11, 12),
                        desk -> desk.project("always-auth=true\n"),
                        "Unknown project config"),
                Ailment.of(
                        Code.ALWAYS_AUTH,
                        "an error",
                        List.of(12),
                        desk -> desk.project("always-auth=true\nstrict-npmrc=true\n"),
                        "EUNKNOWNCONFIG"),
                Ailment.of(
                        Code.AFTER_SECTION,
                        "[x]",
                        List.of(11),
                        desk -> desk.user("[x]\n" + desk.credential()),
                        NO_ENTRY),
                Ailment.of(
                        Code.ENCODING,
                        "UTF-16",
                        List.of(10),
                        desk -> Files.write(
                                desk.home.resolve(".npmrc"), desk.credential().getBytes(StandardCharsets.UTF_16LE)),
                        NO_ENTRY),
                Ailment.of(
                        Code.UNREADABLE_FILE,
                        "a folder in its place",
                        List.of(12),
                        CuresTest::folderAsUserFile,
                        NO_ENTRY),
                Ailment.of(
                        Code.IGNORED_MEMBER_FILE,
                        "with a setting",
                        List.of(11),
                        CuresTest::member,
                        "ignoring workspace config"),
                Ailment.of(
                        Code.UNSET_VARIABLE,
                        "on another registry's key",
                        List.of(6),
                        desk -> desk.project("//unrelated.test/:_authToken=${UNSET_TOKEN}\n"),
                        "Failed to replace env in config"),
                Ailment.of(
                        Code.UNSET_VARIABLE,
                        "in the credential",
                        List.of(8, 12),
                        desk -> desk.user(desk.key() + ":_authToken=${UNSET_TOKEN}\n"),
                        NO_ENTRY),
                Ailment.of(
                        Code.IGNORED_MEMBER_FILE,
                        "with a credential",
                        List.of(10),
                        desk -> {
                            member(desk);
                            desk.file("a/.npmrc", "save-exact=true\n" + desk.credential());
                            desk.user("");
                        },
                        NO_ENTRY),
                locked(Code.LOCKED_TO_OTHER_FEED, "/contoso/_packaging/Shared/npm/registry/"),
                locked(Code.LOCKED_TO_OTHER_HOST, "/files/"));
    }

    private static void folderAsUserFile(Desk desk) throws IOException {
        Files.delete(desk.home.resolve(".npmrc"));
        Files.createDirectory(desk.home.resolve(".npmrc"));
    }

    private static void member(Desk desk) throws IOException {
        desk.file("package.json", "{\"name\":\"root\",\"workspaces\":[\"a\"]}");
        desk.file("a/package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}");
        desk.file("a/.npmrc", "save-exact=true\n");
        desk.folder = desk.project.resolve("a");
    }

    /** To the same server by another name, which npm has no credential for. */
    private static Ailment locked(Code code, String path) {
        return Ailment.of(
                code,
                "by another name",
                List.of(8),
                desk -> {
                    desk.file("package.json", "{\"dependencies\":{\"@contoso/words\":\"1.0.0\"}}");
                    desk.file("package-lock.json", """
                            {"lockfileVersion": 2, "requires": true, "packages": {
                              "": {"dependencies": {"@contoso/words": "1.0.0"}},
                              "node_modules/@contoso/words": {"version": "1.0.0", "resolved": "%s"}
                            }}
                            """.formatted(feed.url(path).replace("127.0.0.1", "localhost")
                            + "@contoso/words/-/words-1.0.0.tgz"));
                },
                "E404|" + NO_ENTRY,
                "install");
    }

    private static List<Ailment> publishing() {
        return List.of(
                publish(
                        Code.ALREADY_PUBLISHED,
                        "taken",
                        "\"name\":\"contoso-greeting\",\"version\":\"1.0.0\"",
                        "E403|cannot publish over"),
                publish(
                        Code.UNPUBLISHED,
                        "in the recycle bin",
                        "\"name\":\"contoso-recycled\",\"version\":\"1.0.0\"",
                        "E403"),
                publish(Code.DELETED, "deleted", "\"name\":\"contoso-deleted\",\"version\":\"1.0.0\"", "E403"),
                publish(
                        Code.UNFIT_PACKAGE,
                        "version",
                        "\"name\":\"contoso-unfit\",\"version\":\"1.0.x\"",
                        "Invalid version"),
                publish(
                        Code.PRIVATE_PACKAGE,
                        "private",
                        "\"name\":\"contoso-private\",\"version\":\"1.0.0\",\"private\":true",
                        "EPRIVATE"),
                Ailment.of(
                        Code.READ_ONLY_VIEW,
                        "view",
                        List.of(11),
                        desk -> {
                            desk.file("package.json", "{\"name\":\"contoso-view\",\"version\":\"1.0.0\"}");
                            String view = feed.url("/contoso/_packaging/Shared@Release/npm/registry/");
                            desk.file(".npmrc", "registry=" + view + "\n");
                            desk.user(desk.credential() + desk.credential().replace("Shared", "Shared@Release"));
                        },
                        "E403",
                        "publish"),
                publish(
                        Code.BYPASSES_FEED,
                        "publishConfig",
                        "\"name\":\"contoso-bypass\",\"version\":\"1.0.0\","
                                + "\"publishConfig\":{\"registry\":\"ELSEWHERE\"}",
                        "Publish-elsewhere|" + NO_ENTRY + "|ENEEDAUTH"));
    }

    private static Ailment publish(Code code, String how, String manifest, String says) {
        return Ailment.of(
                code,
                how,
                List.of(10),
                desk -> desk.file("package.json", "{" + manifest.replace("ELSEWHERE", feed.url(ELSEWHERE)) + "}"),
                says,
                "publish");
    }

    @Test
    void every_code_is_shown_by_npm_or_has_a_reason_why_not() {
        Set<Code> shown = new HashSet<>();
        ailments().forEach(ailment -> shown.add(ailment.code()));
        assertThat(shown).doesNotContainAnyElementsOf(NOT_SHOWN.keySet());
        shown.addAll(NOT_SHOWN.keySet());
        assertThat(shown).containsExactlyInAnyOrder(Code.values());
    }

    @ParameterizedTest
    @MethodSource("ailments")
    void npm_says_so_until_the_cure_is_done(Ailment ailment) throws Exception {
        for (int major : ailment.npms()) {
            Desk desk = ailment.desk(
                    Files.createDirectory(temp.resolve("npm" + major)),
                    feed.url("/contoso/_packaging/Shared/npm/registry/"),
                    PAT);
            assertThat(npm(major, desk, ailment))
                    .as("%s, npm %d, before", ailment, major)
                    .containsPattern(ailment.says());

            for (int i = 0; !findings(ailment, desk).isEmpty(); i++) {
                assertThat(i)
                        .as("cures of %s: %s", ailment, findings(ailment, desk))
                        .isLessThan(8);
                new Cure(desk).apply(findings(ailment, desk).get(0));
            }
            assertThat(npm(major, desk, ailment))
                    .as("%s, npm %d, after", ailment, major)
                    .doesNotContainPattern(ailment.says())
                    .endsWith("exit 0");
        }
    }

    /** What is found, and on the way that nothing secret shows. */
    private List<Finding> findings(Ailment ailment, Desk desk) {
        List<Finding> all = ailment.isOfPublishing()
                ? new CheckPublish(new Probe(url -> Optional.empty(), Duration.ofSeconds(20)))
                        .npm(desk.request(), desk.config()).stream()
                                .flatMap(report -> report.findings().stream())
                                .toList()
                : desk.check().all().toList();
        assertThat(all.toString()).doesNotContain(PAT, base64(PAT), OLD, base64(OLD));
        return all.stream().filter(finding -> finding.code() == ailment.code()).toList();
    }

    /** npm's output and exit status. */
    private static String npm(int major, Desk desk, Ailment ailment) throws Exception {
        List<String> words = new ArrayList<>(ailment.command());
        desk.flags.forEach(flag -> words.add("--" + flag.key() + "=" + flag.value()));
        return npms.get(major).run(desk.folder, desk.environment, caches.resolve("npm" + major), words);
    }
}
