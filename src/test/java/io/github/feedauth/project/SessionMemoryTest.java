package io.github.feedauth.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionMemoryTest {
    private final MavenSession build = Build.session();

    private static final class Ledger {}

    private static final class Other {}

    @Test
    void the_modules_of_a_build_share_one_object() {
        Ledger ledger = new SessionMemory(build).one(Ledger.class, Ledger::new);
        assertThat(new SessionMemory(build).one(Ledger.class, Ledger::new)).isSameAs(ledger);
        assertThat(new SessionMemory(build.clone()).one(Ledger.class, Ledger::new))
                .isSameAs(ledger);
    }

    @Test
    void two_builds_share_nothing() {
        Ledger ledger = new SessionMemory(build).one(Ledger.class, Ledger::new);
        assertThat(new SessionMemory(Build.session()).one(Ledger.class, Ledger::new))
                .isNotSameAs(ledger);
    }

    @Test
    void objects_of_different_types_do_not_meet() {
        new SessionMemory(build).one(Ledger.class, Ledger::new);
        assertThat(new SessionMemory(build).one(Other.class, Other::new)).isInstanceOf(Other.class);
    }

    @Test
    void modules_that_ask_at_the_same_time_get_the_same_one() throws Exception {
        int modules = 4;
        CyclicBarrier allMade = new CyclicBarrier(modules);
        Callable<Ledger> ask = () -> new SessionMemory(build).one(Ledger.class, () -> {
            awaitAll(allMade);
            return new Ledger();
        });
        ExecutorService threads = Executors.newFixedThreadPool(modules);
        try {
            Set<Ledger> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Future<Ledger>> answers = new ArrayList<>(threads.invokeAll(Collections.nCopies(modules, ask)));
            for (Future<Ledger> answer : answers) {
                seen.add(answer.get());
            }
            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitAll(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
