import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.codehaus.plexus.classworlds.launcher.Launcher;

/** Runs Maven several times in this one process, and tells after each how many files there are to lend. */
public final class Builds {
    public static void main(String[] builds) throws Exception {
        Path lent = Path.of(System.getenv("HOME"), ".local/state/feedauth/builds");
        for (String build : builds) {
            int exitCode = Launcher.mainWithExitCode(build.split(","));
            try (Stream<Path> left = Files.walk(lent)) {
                System.out.println("Ended with " + exitCode + ", leaves "
                        + left.filter(Files::isRegularFile).count());
            }
        }
        System.exit(0);
    }
}
