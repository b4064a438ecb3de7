package io.github.feedauth.yarnrc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.yarnrc.YarnSetting.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.yaml.snakeyaml.Yaml;

/** A YAML library of the field reads what was edited: its own tree is there as before, and ours beside it. */
class YarnrcOracleTest {
    private static final String URL = "https://pkgs.dev.azure.com/contoso/_packaging/Feed/npm/registry/";
    private static final String OTHER = "https://registry.example.com/npm/";
    private static final YarnLines LINES = new YarnLines(
            List.of(
                    new YarnSetting(List.of("npmRegistryServer"), URL, Kind.TEXT),
                    new YarnSetting(List.of("npmScopes", "contoso", "npmRegistryServer"), URL, Kind.TEXT),
                    new YarnSetting(List.of("npmRegistries", URL, "npmAlwaysAuth"), "true", Kind.FLAG),
                    new YarnSetting(List.of("npmRegistries", URL, "npmAuthIdent"), "QW55OnNlY3JldA==", Kind.SECRET),
                    new YarnSetting(List.of("unsafeHttpWhitelist"), "127.0.0.1", Kind.ITEM)),
            Set.of());

    @Property(tries = 1500)
    void the_tree_is_what_it_was_and_ours(@ForAll("documents") String before) {
        YarnrcDocument document = YarnrcDocument.of(before.getBytes(UTF_8), "a file");
        YarnrcEdit edit;
        try {
            edit = document.apply(List.of(LINES));
        } catch (FeedAuthFailure e) {
            Statistics.collect("refused");
            return;
        }
        Statistics.collect("edited");
        String after = new String(edit.bytes(), UTF_8);
        Map<String, Object> expected = tree(before);
        expected.put("npmRegistryServer", URL);
        map(map(expected, "npmScopes"), "contoso").put("npmRegistryServer", URL);
        Map<String, Object> registry = map(map(expected, "npmRegistries"), URL);
        registry.put("npmAlwaysAuth", true);
        registry.put("npmAuthIdent", "QW55OnNlY3JldA==");
        List<Object> whitelist = new ArrayList<>((List<?>) expected.getOrDefault("unsafeHttpWhitelist", List.of()));
        if (!whitelist.contains("127.0.0.1")) {
            whitelist.add("127.0.0.1");
        }
        expected.put("unsafeHttpWhitelist", whitelist);
        assertThat(tree(after)).isEqualTo(expected);

        YarnrcEdit back = YarnrcDocument.of(edit.bytes(), "a file").takeBack(edit.written());
        assertThat(new String(back.bytes(), UTF_8)).isEqualTo(before);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> foreign = Arbitraries.of(
                "nodeLinker: node-modules\n",
                "compressionLevel: 'mixed' # fast\n",
                "checksumBehavior: throw\t# as we do\n",
                "yarnPath: \".yarn/releases/yarn-4.18.1.cjs\"\n",
                "supportedArchitectures:\n  os: [linux, \"win32\"]\n  cpu:\n  - x64\n",
                "plugins:\n- path: .yarn/a.cjs\n  spec: \"@yarnpkg/a\"\n- .yarn/b.cjs\n",
                "packageExtensions:\n    \"a@*\":\n        dependencies: {b: \"^1\"}\n",
                "initFields: {license: 'it''s ours', \"x\": 1}\n",
                "note: it's a:b-like\n",
                "text: |\n  npmRegistryServer: no\n\n  # not a comment\n  more\n",
                "folded: >-\n    npmScopes:\n    no\n",
                "plain: one\n  two\n  three\n",
                "anchor: &x\n  a: 1\nalias: *x\n",
                "tag: !!str 12\n",
                "unset:\n",
                "seq:\n  -\n    a: b\n  - - c\n    - d\n");
        Arbitrary<String> ours = Arbitraries.of(
                "npmRegistryServer: https://old.example.com # theirs\n",
                "npmRegistryServer: '" + URL + "'\n",
                "npmRegistryServer: " + URL + "\t# with a tab\n",
                "npmScopes:\n  tools:\n    npmRegistryServer: " + OTHER + "\n",
                "npmScopes:\n   \"contoso\":\n     npmPublishRegistry: '" + OTHER + "'\n\n   # end\n",
                "npmRegistries:\n    " + OTHER + ":\n        npmAlwaysAuth: true\n",
                "npmRegistries:\n  \"" + URL + "\": # ours\n    npmAlwaysAuth: false\n",
                "unsafeHttpWhitelist:\n- localhost\n- '*.example.com'\n",
                "unsafeHttpWhitelist:\n  - 127.0.0.1\n",
                "unsafeHttpWhitelist: [localhost]\n",
                "npmScopes: {}\n");
        Arbitrary<String> idle = Arbitraries.of("", "", "\n", "# a comment: with a colon\n", "  # indented\n");
        Arbitrary<List<String>> entries = Arbitraries.oneOf(foreign, foreign, ours)
                .list()
                .ofMaxSize(7)
                .uniqueElements(entry -> entry.substring(0, entry.indexOf(':')));
        return Combinators.combine(
                        entries,
                        idle.list().ofSize(8),
                        Arbitraries.of("", "", "---\n"),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false))
                .as((all, gaps, start, end, closed) -> {
                    StringBuilder text = new StringBuilder(start);
                    for (int i = 0; i < all.size(); i++) {
                        text.append(gaps.get(i)).append(all.get(i));
                    }
                    String whole = text.append(gaps.get(7)).toString();
                    return (closed || whole.isEmpty() ? whole : whole.substring(0, whole.length() - 1))
                            .replace("\n", end);
                });
    }

    private static Map<String, Object> tree(String yaml) {
        Map<String, Object> tree = new Yaml().load(yaml);
        return tree == null ? new LinkedHashMap<>() : new LinkedHashMap<>(tree);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) parent.getOrDefault(key, Map.of()));
        parent.put(key, copy);
        return copy;
    }
}
