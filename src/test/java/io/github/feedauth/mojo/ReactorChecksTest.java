package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Modules that come one after the other, and at the same moment. */
class ReactorChecksTest {
    private static final int MODULES = 8;

    private static List<MavenProject> modules() {
        return IntStream.range(0, MODULES)
                .mapToObj(i -> {
                    Model model = new Model();
                    model.setGroupId("it");
                    model.setArtifactId("module-" + i);
                    model.setVersion("1");
                    return new MavenProject(model);
                })
                .toList();
    }

    @Test
    void only_the_first_of_several_runs_the_goal_for_the_others() {
        List<MavenProject> modules = modules();
        ReactorChecks checks = new ReactorChecks();
        assertThat(modules.stream().map(module -> checks.come("check", module, Optional.empty(), modules)))
                .startsWith(true)
                .filteredOn(first -> first)
                .hasSize(1);
        assertThat(checks.come("alone", modules.get(0), Optional.empty(), modules.subList(0, 1)))
                .isFalse();
    }

    @Test
    void at_the_same_moment_one_is_the_first_and_one_the_last() throws Exception {
        List<MavenProject> modules = modules();
        ExecutorService threads = Executors.newFixedThreadPool(MODULES);
        try {
            for (int round = 0; round < 500; round++) {
                ReactorChecks checks = new ReactorChecks();
                CyclicBarrier start = new CyclicBarrier(MODULES);
                List<Boolean> first = Collections.synchronizedList(new ArrayList<>());
                List<Callable<Boolean>> work = new ArrayList<>();
                for (MavenProject module : modules) {
                    work.add(() -> {
                        start.await();
                        first.add(checks.come("check", module, Optional.empty(), modules));
                        return true;
                    });
                }
                for (Future<Boolean> one : threads.invokeAll(work)) {
                    assertThat(one.get()).isTrue();
                }
                assertThat(first).as("round %d", round).containsOnlyOnce(true);
                assertThat(checks.isComplete("check", modules))
                        .as("round %d", round)
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
