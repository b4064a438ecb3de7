package io.github.feedauth.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A log that remembers, each line with its level in front: {@code info: text}. */
public final class RecordedLog implements Log {
    public final List<String> lines = new ArrayList<>();

    private void record(String level, CharSequence content) {
        lines.add(level + ": " + content);
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public void debug(CharSequence content) {
        record("debug", content);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        record("debug", content + " " + error);
    }

    @Override
    public void debug(Throwable error) {
        record("debug", error.toString());
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(CharSequence content) {
        record("info", content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        record("info", content + " " + error);
    }

    @Override
    public void info(Throwable error) {
        record("info", error.toString());
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(CharSequence content) {
        record("warn", content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        record("warn", content + " " + error);
    }

    @Override
    public void warn(Throwable error) {
        record("warn", error.toString());
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(CharSequence content) {
        record("error", content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        record("error", content + " " + error);
    }

    @Override
    public void error(Throwable error) {
        record("error", error.toString());
    }
}
