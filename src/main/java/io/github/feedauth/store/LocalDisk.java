package io.github.feedauth.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import java.util.Set;

/** The machine's own file system. */
final class LocalDisk implements Disk {
    private final boolean posix;
    private final boolean descriptors;
    private final Path status;
    private volatile Optional<UserPrincipal> self = Optional.empty();

    /** Whether one folder was held: it is a matter of the system, not of the folder. */
    private volatile boolean holdsFolders;

    LocalDisk() {
        this(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                true,
                Path.of("/proc/self/status"));
    }

    /**
     * @param posix whether to rely on POSIX owners and modes
     * @param descriptors whether to hold folders by descriptors where Java can
     * @param status where Linux tells of this process; it need not exist
     */
    LocalDisk(boolean posix, boolean descriptors, Path status) {
        this.posix = posix;
        this.descriptors = descriptors;
        this.status = status;
    }

    @Override
    public Path realFolder(Path folder) throws IOException {
        return folder.toRealPath();
    }

    @Override
    public Optional<Path> link(Path path) throws IOException {
        if (!Files.isSymbolicLink(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readSymbolicLink(path));
        } catch (NotLinkException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Folder open(Path realFolder) throws IOException {
        if (holdsFolders || (posix && descriptors && HeldFolder.possible(realFolder))) {
            holdsFolders = true;
            return HeldFolder.open(realFolder);
        }
        return posix
                ? new NamedFolder(realFolder, true, new OwnerOnly(Optional.empty()), Patience.none())
                : new NamedFolder(realFolder, false, ownerOnly(), Patience.twoSeconds());
    }

    @Override
    public void createFolder(Path folder, boolean ownerOnly) throws IOException {
        if (posix) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(ownerOnly ? Modes.FOLDER_OWNER_ONLY : Modes.FOLDER_SHARED));
        } else {
            Files.createDirectory(folder, ownerOnly ? ownerOnly().atCreation() : new FileAttribute<?>[0]);
        }
    }

    @Override
    public void removeFolder(Path folder) throws IOException {
        Files.delete(folder);
    }

    @Override
    public FileChannel openLock(Path file) throws IOException {
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Modes.OWNER_ONLY)}
                : ownerOnly().atCreation();
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, NOFOLLOW_LINKS), attributes);
    }

    @Override
    public Optional<UserPrincipal> self() throws IOException {
        if (posix && self.isEmpty()) {
            self = userOfThisProcess();
            if (self.isEmpty()) {
                self = Optional.of(ownerOfANewFile());
            }
        }
        return self;
    }

    /**
     * Asks Linux, so that no file has to be made to see whose it is: a build that is killed leaves none then, and a full disk is no
     * hindrance. The fourth number of {@code Uid} is the one for files (proc_pid_status(5)). The owner of {@code /proc/self} would not
     * do: that is root where the program file of the JVM has capabilities.
     */
    private Optional<UserPrincipal> userOfThisProcess() {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("Uid:")) {
                    return Optional.of(FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(line.substring(line.lastIndexOf('\t') + 1)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static UserPrincipal ownerOfANewFile() throws IOException {
        Path probe = Files.createTempFile("feedauth", null);
        try {
            return Files.getOwner(probe, NOFOLLOW_LINKS);
        } finally {
            Files.delete(probe);
        }
    }

    private OwnerOnly ownerOnly() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("acl")) {
            return new OwnerOnly(Optional.empty());
        }
        try {
            return new OwnerOnly(Optional.of(FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"))));
        } catch (UserPrincipalNotFoundException e) {
            return new OwnerOnly(Optional.empty());
        }
    }
}
