package io.github.feedauth.configure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedauth.credential.ResolvedCredential;
import io.github.feedauth.feed.Feed;
import io.github.feedauth.feed.Feeds;
import io.github.feedauth.npmrc.ChangedLine;
import io.github.feedauth.yarnrc.YarnLines;
import io.github.feedauth.yarnrc.YarnSetting;
import io.github.feedauth.yarnrc.YarnSetting.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings as a plugin for Yarn 2 and newer. Of its environment Yarn takes settings by name, but no maps, so neither scopes nor a
 * credential for one registry alone; {@code YARN_RC_FILENAME} would hide the project's own file, another {@code HOME} far more. A
 * plugin that {@code YARN_PLUGINS} names is loaded beside the project's own, and leaves the credential in a file.
 */
public final class YarnPlugin {
    /** The name of the file that it is written to. */
    public static final String FILE = "yarn-plugin.cjs";

    private static final String CODE = "yarn-plugin.js";

    private final List<YarnSetting> settings = new ArrayList<>();

    YarnPlugin(Feeds feeds, Map<Feed, ResolvedCredential> credentials) {
        settings.addAll(YarnSettings.registries(feeds).put());
        for (YarnLines group : YarnSettings.credentials(credentials)) {
            settings.addAll(group.put());
        }
    }

    /** The file. */
    byte[] bytes() {
        StringBuilder text =
                new StringBuilder("// Written by feedauth-maven-plugin. It holds a credential.\nconst settings = [\n");
        for (YarnSetting setting : settings) {
            text.append("  [");
            for (String key : setting.path()) {
                text.append(quoted(key)).append(", ");
            }
            text.append(setting.kind() == Kind.FLAG ? setting.value() : quoted(setting.value()))
                    .append("],\n");
        }
        return text.append("];\n").append(code()).toString().getBytes(UTF_8);
    }

    /** What it sets, with secrets masked. */
    List<ChangedLine> lines() {
        List<ChangedLine> lines = new ArrayList<>();
        for (YarnSetting setting : settings) {
            String value = setting.kind() == Kind.SECRET ? "***" : setting.value();
            lines.add(new ChangedLine(
                    ChangedLine.Kind.ADDED, lines.size() + 1, String.join(".", setting.path()) + ": " + value));
        }
        return lines;
    }

    /** Of printable ASCII without quotes and backslashes, as {@link YarnSetting} makes sure of values: JavaScript's own form. */
    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                throw new IllegalArgumentException("No text that a plugin can hold as it is");
            }
        }
        return '"' + text + '"';
    }

    private static String code() {
        try (InputStream code = YarnPlugin.class.getResourceAsStream(CODE)) {
            return new String(code.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
