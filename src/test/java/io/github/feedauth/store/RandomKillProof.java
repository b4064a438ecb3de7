package io.github.feedauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writing process killed with SIGKILL at random moments. Takes long, so it runs only when it is asked for:
 * {@code mvn test -Dtest=RandomKillProof -Dfeedauth.kills=1000}.
 */
class RandomKillProof {
    private static final int KILLS = Integer.getInteger("feedauth.kills", 1000);

    @TempDir
    Path machine;

    @Test
    void killed_at_any_moment_the_file_is_whole_and_the_next_run_succeeds() throws Exception {
        Path home = Files.createDirectory(machine.toRealPath().resolve("home"));
        Path file = home.resolve(".npmrc");
        Path state = machine.resolve("state");
        ConfigFile user = ConfigFile.user(file);
        ConfigFiles files = new ConfigFiles(StateFolder.at(state), Duration.ofSeconds(1));
        long seed = Long.getLong("feedauth.seed", 20261124L);
        Random random = new Random(seed);
        int leftOvers = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String when = "seed " + seed + ", kill " + kill;
            Process writer = Child.start("count", file.toString(), state.toString(), "kill" + kill, "1000000");
            int before = Ledger.lines(files.read(user).orElse(new byte[0])).size();
            while (Ledger.lines(files.read(user).orElse(new byte[0])).size() == before) {
                assertThat(writer.waitFor(1, TimeUnit.MILLISECONDS)).as(when).isFalse();
            }
            boolean exited = writer.waitFor(random.nextInt(20_000), TimeUnit.MICROSECONDS);
            assertThat(exited).as(when).isFalse();
            writer.destroyForcibly().waitFor();

            Ledger.lines(Files.readAllBytes(file));
            leftOvers += ConfigFilesTest.namesIn(home).size() - 1;
            files.update(List.of(user), transaction -> transaction.stage(user, new byte[0]));
            assertThat(ConfigFilesTest.namesIn(home)).as(when).containsExactly(".npmrc");
        }
        System.out.println(KILLS + " kills, " + leftOvers + " left a temporary file, none a torn one");
        assertThat(leftOvers).as("kills in the middle of a write, seed " + seed).isPositive();
    }
}
