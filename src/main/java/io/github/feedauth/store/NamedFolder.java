package io.github.feedauth.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder known by its path only, for systems whose folders Java can't hold by a descriptor: Windows, some macOS. */
final class NamedFolder implements Folder {
    private final Path path;
    private final boolean posix;
    private final OwnerOnly ownerOnly;
    private final Patience patience;

    NamedFolder(Path path, boolean posix, OwnerOnly ownerOnly, Patience patience) {
        this.path = path;
        this.posix = posix;
        this.ownerOnly = ownerOnly;
        this.patience = patience;
    }

    @Override
    public Facts facts() throws IOException {
        return factsOf(path);
    }

    @Override
    public Optional<Facts> facts(String name) throws IOException {
        try {
            return Optional.of(factsOf(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean writable(String name) {
        return Files.isWritable(path.resolve(name));
    }

    @Override
    public byte[] read(String name, int limit) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(path.resolve(name), StandardOpenOption.READ, NOFOLLOW_LINKS)) {
            return ChannelFile.read(channel, limit);
        }
    }

    @Override
    public NewFile create(String name, Set<PosixFilePermission> mode) throws IOException {
        return new ChannelFile(Files.newByteChannel(
                path.resolve(name),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, NOFOLLOW_LINKS),
                atCreation(mode)));
    }

    @Override
    public void permit(String name, Set<PosixFilePermission> mode) throws IOException {
        if (posix) {
            view(name).setPermissions(mode);
        }
    }

    @Override
    public void hand(String name, Facts.Ownership to) throws IOException {
        view(name).setOwner(to.owner());
        view(name).setGroup(to.group());
    }

    @Override
    public void replace(String source, String target) throws IOException {
        patience.insist(() -> Files.move(path.resolve(source), path.resolve(target), StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void delete(String name) throws IOException {
        patience.insist(() -> Files.delete(path.resolve(name)));
    }

    @Override
    public List<String> names() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return HeldFolder.namesOf(entries);
        }
    }

    @Override
    public void force() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private Facts factsOf(Path entry) throws IOException {
        return posix
                ? Facts.of(Files.readAttributes(entry, PosixFileAttributes.class, NOFOLLOW_LINKS))
                : Facts.of(Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS));
    }

    private FileAttribute<?>[] atCreation(Set<PosixFilePermission> mode) {
        if (posix) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
        }
        return Modes.isOwnerOnly(mode) ? ownerOnly.atCreation() : new FileAttribute<?>[0];
    }

    private PosixFileAttributeView view(String name) {
        return Files.getFileAttributeView(path.resolve(name), PosixFileAttributeView.class, NOFOLLOW_LINKS);
    }
}
