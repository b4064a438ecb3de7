package io.github.feedauth.yarnrc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.npmrc.WrittenLine;
import io.github.feedauth.yarnrc.YarnSetting.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YarnrcDocumentTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";
    private static final String OTHER = "https://pkgs.dev.azure.com/contoso/_packaging/Other/npm/registry/";
    private static final String SECRET = "QW55OnNlbnRpbmVs";
    private static final YarnLines SERVER =
            new YarnLines(List.of(new YarnSetting(List.of("npmRegistryServer"), URL, Kind.TEXT)), Set.of());
    private static final YarnLines SCOPE = new YarnLines(
            List.of(new YarnSetting(List.of("npmScopes", "contoso", "npmRegistryServer"), URL, Kind.TEXT)), Set.of());
    private static final YarnLines HTTP =
            new YarnLines(List.of(new YarnSetting(List.of("unsafeHttpWhitelist"), "127.0.0.1", Kind.ITEM)), Set.of());

    static YarnLines credential(String url) {
        return new YarnLines(
                List.of(
                        new YarnSetting(List.of("npmRegistries", url, "npmAlwaysAuth"), "true", Kind.FLAG),
                        new YarnSetting(List.of("npmRegistries", url, "npmAuthIdent"), SECRET, Kind.SECRET)),
                Set.of("npmRegistries " + url + " npmAuthToken"));
    }

    @Test
    void an_empty_file_gets_everything() {
        assertThat(edited("", credential(URL), SCOPE, HTTP)).isEqualTo("""
                npmRegistries:
                  "%s":
                    npmAlwaysAuth: true
                    npmAuthIdent: "%s"
                npmScopes:
                  "contoso":
                    npmRegistryServer: "%s"
                unsafeHttpWhitelist:
                  - "127.0.0.1"
                """.formatted(URL, SECRET, URL));
    }

    @Test
    void comments_order_and_style_of_what_is_not_ours_stay() {
        String before = """
                # How we build
                nodeLinker: 'node-modules'   # no PnP yet

                npmScopes:
                    # ours
                    contoso:
                        npmPublishRegistry: "https://registry.example.com"
                    'other-team': # theirs
                        npmRegistryServer: https://registry.example.com

                plugins:
                - path: .yarn/plugins/tools.cjs
                  spec: "@yarnpkg/plugin-workspace-tools"
                yarnPath: .yarn/releases/yarn-4.18.1.cjs
                """;
        assertThat(edited(before, SCOPE, SERVER)).isEqualTo("""
                # How we build
                nodeLinker: 'node-modules'   # no PnP yet

                npmScopes:
                    # ours
                    contoso:
                        npmPublishRegistry: "https://registry.example.com"
                        npmRegistryServer: "%s"
                    'other-team': # theirs
                        npmRegistryServer: https://registry.example.com

                plugins:
                - path: .yarn/plugins/tools.cjs
                  spec: "@yarnpkg/plugin-workspace-tools"
                yarnPath: .yarn/releases/yarn-4.18.1.cjs
                npmRegistryServer: "%s"
                """.formatted(URL, URL));
    }

    @Test
    void a_value_that_is_right_in_any_style_is_left_alone() {
        for (String right : List.of("'%s'", "\"%s\" # ours", "%s\t# ours", "%s")) {
            String before = "npmRegistryServer:   " + right.formatted(URL) + "\n";
            YarnrcEdit edit = document(before).apply(List.of(SERVER));
            assertThat(edit.changedLines()).isEmpty();
            assertThat(new String(edit.bytes(), UTF_8)).isEqualTo(before);
        }
        assertThat(edited("unsafeHttpWhitelist: [localhost, '127.0.0.1']\n", HTTP))
                .isEqualTo("unsafeHttpWhitelist: [localhost, '127.0.0.1']\n");
    }

    @Test
    void another_value_is_replaced_and_its_comment_kept() {
        assertThat(edited("npmRegistryServer: https://old.example.com # the mirror\n", SERVER))
                .isEqualTo("npmRegistryServer: \"" + URL + "\" # the mirror\n");
    }

    @Test
    void an_address_without_the_slash_at_its_end_is_the_same_registry() {
        String noSlash = URL.substring(0, URL.length() - 1);
        String before = "npmRegistries:\n  " + noSlash + ":\n    npmAuthToken: theirs\n    npmAlwaysAuth: true\n";
        assertThat(edited(before, credential(URL)))
                .isEqualTo("npmRegistries:\n  " + noSlash + ":\n    npmAlwaysAuth: true\n    npmAuthIdent: \"" + SECRET
                        + "\"\n");
    }

    @Test
    void the_report_of_a_change_has_no_secret() {
        String before = "npmRegistries:\n  \"" + URL + "\":\n    npmAuthToken: theirs\n    npmAuthIdent: old-one\n";
        YarnrcEdit edit = document(before).apply(List.of(credential(URL)));
        assertThat(edit.changedLines().toString() + edit.written() + credential(URL))
                .doesNotContain(SECRET, "theirs", "old-one")
                .contains("npmAuthIdent: \"***\"", "npmAuthToken: ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npmRegistries: {}\n",
                "npmRegistries: &mine\n  a:\n    npmAuthIdent: x\n",
                "npmRegistries: !!map\n  a:\n    npmAuthIdent: x\n",
                "a: &x\n  b: c\nnpmRegistries: *x\n",
                "npmRegistries:\n",
                "npmRegistries:\n\ta:\n",
                "npmRegistries:\n  URL:\n    npmAuthIdent: |\n      x\n",
                "npmRegistries:\n  URL:\n    npmAuthIdent: one\n      two\n",
                "npmRegistries:\n  URL: {npmAuthIdent: x}\n",
                "npmRegistries:\n  URL:\n    npmAuthIdent: a\n  URL:\n    npmAuthIdent: b\n",
                "npmRegistries:\n  - a\n",
                "a: b\n---\nc: d\n",
                "%YAML 1.2\n---\na: b\n",
                "a: b\n...\n",
                "{a: b}\n",
                "a: {b: c,\nnpmRegistries: d}\n",
                "a: \"b\nnpmRegistries: d\"\n",
                "? a\n: b\n",
                "a: b\r\rc: d\n",
                "just text\n",
                "npmRegistries:\n  URL:\n    <<: *x\n",
                "a: |\n  text",
            })
    void what_cannot_be_edited_safely_is_refused_with_the_lines_to_paste(String yaml) {
        String before = yaml.replace("URL", "\"" + URL + "\"");
        assertThatThrownBy(() -> document(before).apply(List.of(credential(URL))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("can't be edited safely")
                .hasMessageContaining("(a file)")
                .hasMessageContaining("npmRegistries:\n  \"" + URL + "\":\n    npmAlwaysAuth: true\n    npmAuthIdent:"
                        + " \"<your credential>\"")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment",
                "nodeLinker: pnp",
                "\uFEFFnodeLinker: pnp\r\n# end\r\n",
                "---\nnodeLinker: pnp\n",
                "npmRegistryServer: 'https://old.example.com' # the mirror\nnodeLinker: pnp\n",
                "unsafeHttpWhitelist:\n- localhost\nnpmScopes:\n  tools:\n    npmRegistryServer: https://t.example.com\n",
                "npmRegistries:\n    \"" + OTHER + "\":\n        npmAuthToken: theirs\n",
            })
    void what_was_written_can_be_taken_back_to_the_byte(String before) {
        YarnrcEdit edit = document(before).apply(List.of(credential(URL), SERVER, SCOPE, HTTP));
        YarnrcEdit back = YarnrcDocument.of(edit.bytes(), "a file").takeBack(edit.written());
        assertThat(new String(back.bytes(), UTF_8)).isEqualTo(before);
    }

    @Test
    void neither_a_comment_nor_a_token_that_went_is_on_record_and_the_latter_is_told() {
        String before = "npmRegistryServer: https://old.example.com # sentinel\nnpmRegistries:\n  \"" + URL
                + "\":\n    npmAuthToken: sentinel\n";
        YarnrcEdit edit = document(before).apply(List.of(credential(URL), SERVER));
        assertThat(edit.written().toString())
                .contains("https://old.example.com")
                .doesNotContain("sentinel");
        YarnrcEdit back = YarnrcDocument.of(edit.bytes(), "a file").takeBack(edit.written());
        assertThat(new String(back.bytes(), UTF_8))
                .isEqualTo("npmRegistryServer: https://old.example.com # sentinel\n");
        assertThat(back.written())
                .extracting(WrittenLine::key)
                .containsExactly("npmRegistries " + URL + " npmAuthToken");
    }

    @Test
    void a_setting_whose_forerunner_may_have_been_a_secret_stays_and_is_told() {
        YarnrcEdit edit = document("npmRegistryServer: https://me:sentinel@old.example.com\n")
                .apply(List.of(SERVER));
        YarnrcEdit back = YarnrcDocument.of(edit.bytes(), "a file").takeBack(edit.written());
        assertThat(back.bytes()).isEqualTo(edit.bytes());
        assertThat(back.written()).extracting(WrittenLine::key).containsExactly("npmRegistryServer");
    }

    @Test
    void what_comes_back_is_indented_as_its_map_is_by_now() {
        String before = """
                npmScopes:
                  contoso:
                    npmRegistryServer: 'https://old.example.com' # the mirror
                    npmPublishRegistry: x
                """;
        YarnrcEdit edit = document(before).apply(List.of(SCOPE));
        for (int blanks : List.of(1, 4)) {
            String now = edit.text().replace("  ", " ".repeat(blanks));
            YarnrcEdit back = document(now).takeBack(edit.written());
            assertThat(back.text()).isEqualTo(before.replace("  ", " ".repeat(blanks)));
        }
    }

    @Test
    void a_credential_is_the_value_of_its_key_and_no_other_text() {
        for (String credential : List.of(
                "npmAuthToken: x\n",
                "\uFEFFnpmAuthToken: x\n",
                "a:\n  'npmAuthIdent': \"x\" # y\n",
                "npmScopes: {a: { npmAuthToken: x}, b: {npmAlwaysAuth: true,npmAuthIdent : x}}\n",
                "npmScopes: {a: {npmAlwaysAuth: true,\n  npmAuthToken: x}}\n",
                "npmRegistries: {'//a #b': {npmAuthToken: x}}\n")) {
            assertThat(document(credential).holdsCredential()).as(credential).isTrue();
        }
        for (String none : List.of(
                "npmScopes: # npmAuthToken: old\n",
                "npmScopes: {} # {npmAuthToken: old}\n",
                "# {npmAuthToken: old}\n",
                "logFilters:\n  - text: \"npmAuthToken: is missing\"\n    level: discard\n",
                "a: no npmAuthToken: x\n",
                "npmAuthToken:\n",
                "npmAuthToken: # x\n",
                "xnpmAuthToken: x\n")) {
            assertThat(document(none).holdsCredential()).as(none).isFalse();
        }
    }

    @Test
    void what_somebody_changed_since_stays() {
        YarnrcEdit edit = document("").apply(List.of(SERVER));
        String changed = "npmRegistryServer: https://new.example.com\n";
        assertThat(document(changed).takeBack(edit.written()).changedLines()).isEmpty();
    }

    private static String edited(String before, YarnLines... lines) {
        YarnrcEdit edit = document(before).apply(List.of(lines));
        YarnrcEdit again = YarnrcDocument.of(edit.bytes(), "a file").apply(List.of(lines));
        assertThat(again.changedLines()).as("a second edit").isEmpty();
        return new String(edit.bytes(), UTF_8);
    }

    private static YarnrcDocument document(String text) {
        return YarnrcDocument.of(text.getBytes(UTF_8), "a file");
    }
}
