package io.github.feedauth.check;

import io.github.feedauth.client.Client;
import io.github.feedauth.client.PackageManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which {@code .npmrc} files of a project its package manager reads. Measured in the folder of a workspace's member: npm, Bun 1.4 and
 * pnpm 11 and 12 read that of the workspace's root alone; pnpm 7 to 10 read the member's and then the root's; Yarn 1.22 reads that of its
 * folder first, and behind the user's and the global one those of all folders above, the nearest first.
 *
 * @param client the package manager
 * @param folder the folder that it runs in
 * @param root the workspace's root; the folder itself where it is no member
 */
record ProjectFiles(Client client, Path folder, Path root) {
    private static final int FIRST_PNPM_THAT_IGNORES_MEMBERS = 11;

    static ProjectFiles of(CheckRequest request) {
        return new ProjectFiles(request.client(), request.folder(), request.root());
    }

    /** Those that come before the user's, the first first. */
    List<Path> beforeUser() {
        List<Path> folders = new ArrayList<>();
        if (readsMember()) {
            folders.add(folder);
        }
        if (!isYarnClassic() || folders.isEmpty()) {
            folders.add(root);
        }
        return folders.stream().map(ProjectFiles::file).toList();
    }

    /** Those that come last, the first first. */
    List<Path> last() {
        return isYarnClassic()
                ? Stream.iterate(folder.getParent(), above -> above != null, Path::getParent)
                        .map(ProjectFiles::file)
                        .toList()
                : List.of();
    }

    /** Whether the folder is a member whose own file is passed over. */
    boolean ignoresMember() {
        return isMember() && !readsMember();
    }

    /** Whether a setting comes before one in the file of the workspace's root, which {@code configure} writes. */
    boolean isBeforeRoot(Setting setting) {
        return switch (setting.level()) {
            case PROJECT -> readsMember() && isIn(file(folder), setting);
            case USER, GLOBAL -> isMember() && isYarnClassic();
            case ABOVE -> Path.of(setting.place().name()).startsWith(root) && !isIn(file(root), setting);
            case COMMAND_LINE, ENVIRONMENT, BUILT_IN -> false;
        };
    }

    private static boolean isIn(Path file, Setting setting) {
        return setting.place().name().equals(file.toString());
    }

    private boolean isMember() {
        return !folder.equals(root);
    }

    private boolean readsMember() {
        return isMember() && (isYarnClassic() || isOlderPnpm());
    }

    private boolean isYarnClassic() {
        return client.manager() == PackageManager.YARN_CLASSIC;
    }

    /** Where nothing tells the version, it is taken for a newer one. */
    private boolean isOlderPnpm() {
        return client.manager() == PackageManager.PNPM
                && client.major().orElse(FIRST_PNPM_THAT_IGNORES_MEMBERS) < FIRST_PNPM_THAT_IGNORES_MEMBERS;
    }

    private static Path file(Path folder) {
        return folder.resolve(".npmrc");
    }
}
