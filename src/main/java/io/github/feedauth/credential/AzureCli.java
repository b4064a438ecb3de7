package io.github.feedauth.credential;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.github.feedauth.failure.FeedAuthFailure;
import io.github.feedauth.failure.Printable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The Azure CLI, {@code az}, asked for a token of the account that it is signed in with. Its arguments hold no secret. */
public final class AzureCli implements Supplier<IssuedToken> {
    /** How long it may take: it is slow on its first start. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String WHERE = "the Azure CLI, az account get-access-token";
    private static final int MAX_OUTPUT = 1024 * 1024;

    private final Map<String, String> environment;
    private final boolean windows;
    private final Duration patience;

    /**
     * @param environment the variables of the environment that Maven runs in: {@code PATH}, and what {@code az} itself reads
     * @param windows whether this is Windows
     * @param patience how long to wait for its answer
     */
    public AzureCli(Map<String, String> environment, boolean windows, Duration patience) {
        this.environment = environment;
        this.windows = windows;
        this.patience = patience;
    }

    /**
     * Asks for a token.
     *
     * @throws FeedAuthFailure where there is no {@code az}, it is not signed in, or its answer is of no use
     */
    @Override
    public IssuedToken get() {
        String output = run(List.of(
                program().toString(),
                "account",
                "get-access-token",
                "--resource",
                IssuedToken.RESOURCE,
                "--output",
                "json"));
        try {
            return token(JsonParser.object().from(output));
        } catch (JsonParserException | DateTimeParseException e) {
            throw useless();
        }
    }

    /** Only in folders with an absolute path: {@code .} on the {@code PATH} is the project, which may bring an az of its own. */
    private Path program() {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(windows ? ";" : ":", -1)) {
            for (String name : windows ? List.of("az.cmd", "az.exe") : List.of("az")) {
                Optional<Path> program = absolute(folder).map(in -> in.resolve(name));
                if (program.filter(Files::isRegularFile)
                        .filter(Files::isExecutable)
                        .isPresent()) {
                    return program.get();
                }
            }
        }
        throw new FeedAuthFailure(
                "There is no az on the PATH",
                WHERE,
                "Install the Azure CLI and sign in with az login, or set entra otherwise");
    }

    private static Optional<Path> absolute(String folder) {
        try {
            return Optional.of(Path.of(folder)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private String run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new FeedAuthFailure(
                    "It can't be started", WHERE + ": " + Printable.name(command.get(0)), "Mend its installation");
        }
        try {
            return answer(process);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Read while it runs: a pipe may hold less than the answer. */
    private String answer(Process process) {
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FeedAuthFailure(
                        "It did not answer within " + patience.toSeconds() + " seconds",
                        WHERE,
                        "Run the same command yourself and see what holds it up");
            }
            if (process.exitValue() != 0) {
                throw new FeedAuthFailure(
                        "It failed, with exit code " + process.exitValue(),
                        WHERE,
                        "Sign in with az login, then try: az account get-access-token --resource "
                                + IssuedToken.RESOURCE);
            }
            return new String(output.get(), StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw useless();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedAuthFailure("The build was interrupted", WHERE, "Start it again");
        }
    }

    private static byte[] read(InputStream output) {
        try (output) {
            return output.readNBytes(MAX_OUTPUT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newer versions give the time in seconds too; older ones only as local time. */
    private static IssuedToken token(JsonObject answer) {
        if (!(answer.get("accessToken") instanceof String token) || token.isBlank()) {
            throw useless();
        }
        if (answer.get("expires_on") instanceof Number seconds) {
            return new IssuedToken(Secret.of(token), Instant.ofEpochSecond(seconds.longValue()));
        }
        if (answer.get("expiresOn") instanceof String local) {
            Instant expires = LocalDateTime.parse(local.replace(' ', 'T'))
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
            return new IssuedToken(Secret.of(token), expires);
        }
        throw useless();
    }

    private static FeedAuthFailure useless() {
        return new FeedAuthFailure(
                "Its answer is not a token with its time of expiry",
                WHERE,
                "Update the Azure CLI, or set entra otherwise");
    }
}
