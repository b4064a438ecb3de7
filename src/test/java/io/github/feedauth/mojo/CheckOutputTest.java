package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedauth.check.CheckReport;
import io.github.feedauth.check.Code;
import io.github.feedauth.check.FeedReport;
import io.github.feedauth.check.Finding;
import io.github.feedauth.check.Target;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.feed.RegistryUrl;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.project.Build;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckOutputTest {
    private static final Finding WRONG = finding(Code.NO_CREDENTIAL);
    private static final Finding SLOW = finding(Code.UNKNOWN);

    private final RecordedLog log = new RecordedLog();

    @Test
    void the_same_words_about_two_registries_are_two_findings_and_about_one_in_two_folders_one() {
        List<CheckReport> reports = List.of(report("npm", "a", SLOW, SLOW), report("npm", "b", SLOW, SLOW));
        assertThat(CheckReport.findings(reports)).containsExactly(SLOW, SLOW);
        assertThatThrownBy(() -> output("json", "warning").write(reports))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The build is to fail for warnings: 2 warnings (FA207)");
        assertThat(log.lines).singleElement().asString().contains("\"errors\":0,\"warnings\":2,");
    }

    @Test
    void whoever_will_not_get_in_is_named() {
        assertThatThrownBy(() ->
                        output("text", "error").write(List.of(report("npm", "a", SLOW), report("Yarn", "b", WRONG))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Yarn will not get in as things stand: 1 error and 1 warning (FA207, FA101)");
    }

    @Test
    void commands_are_told_as_they_are_typed_here_in_the_text_and_in_JSON() throws Exception {
        output("text", "never").write(List.of(report("npm", "a", WRONG)));
        assertThat(String.join("\n", log.lines)).contains("Mend it as it is typed here");
        log.lines.clear();
        output("json", "never").write(List.of(report("npm", "a", WRONG)));
        assertThat(log.lines).singleElement().asString().contains("Mend it as it is typed here");
    }

    @Test
    void the_report_is_told_even_where_its_file_can_not_be_written_and_the_files_folder_is_made(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("target/report.json");
        output("text", file.toFile(), "never").write(List.of(report("npm", "a", WRONG)));
        assertThat(file).content().contains("FA101");

        log.lines.clear();
        assertThatThrownBy(() -> output("text", folder.toFile(), "never").write(List.of(report("npm", "a", WRONG))))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter reportFile: " + folder);
        assertThat(String.join("\n", log.lines)).contains("FA101");
        assertThatThrownBy(() -> output("text", new File("/"), "never").write(List.of()))
                .isInstanceOf(FeedAuthFailure.class);
    }

    @Test
    void a_time_that_leaves_none_for_an_answer_is_refused() {
        assertThatThrownBy(() -> NpmFolders.probe(Build.session(new DefaultMavenExecutionRequest()), 0))
                .isInstanceOf(FeedAuthFailure.class)
                .hasMessageContaining("parameter timeout");
    }

    private CheckOutput output(String format, String failOn) {
        return output(format, null, failOn);
    }

    private CheckOutput output(String format, File file, String failOn) {
        return new CheckOutput(
                log, text -> text.replace("Mend it", "Mend it as it is typed here"), format, file, failOn);
    }

    /** Each finding is of a registry of its own. */
    private static CheckReport report(String client, String folder, Finding... findings) {
        List<FeedReport> feeds = new ArrayList<>();
        for (Finding finding : findings) {
            String url = "https://registry" + feeds.size() + ".example.com/";
            Target target = new Target(RegistryUrl.parse(url, "test"), List.of(), Optional.empty());
            feeds.add(new FeedReport(
                    target, Optional.empty(), Optional.empty(), new Answer.NotAsked("test"), List.of(finding)));
        }
        return new CheckReport(client, Path.of(folder), Path.of(folder), feeds, List.of());
    }

    private static Finding finding(Code code) {
        return new Finding(code, Optional.empty(), "That is so", "Mend it");
    }
}
