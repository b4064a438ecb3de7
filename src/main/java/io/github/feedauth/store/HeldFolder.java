package io.github.feedauth.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder held by its descriptor (POSIX {@code openat}): whatever happens to its path, this is the folder worked in. */
final class HeldFolder implements Folder {
    private final Path path;
    private final SecureDirectoryStream<Path> stream;

    private HeldFolder(Path path, SecureDirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
    }

    /** Whether Java can hold folders like this one so. */
    static boolean possible(Path folder) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            return stream instanceof SecureDirectoryStream;
        }
    }

    /**
     * Walks down from the root, refusing a link at every step. A folder on the way that may be traversed but not read, as
     * {@code /home} often is, is passed by its path.
     */
    static HeldFolder open(Path realFolder) throws IOException {
        Path path = realFolder.getRoot();
        SecureDirectoryStream<Path> here = openByPath(path);
        for (Path name : realFolder) {
            path = path.resolve(name);
            SecureDirectoryStream<Path> parent = here;
            try {
                here = parent == null ? openByPath(path) : parent.newDirectoryStream(name, NOFOLLOW_LINKS);
            } catch (AccessDeniedException e) {
                here = null;
            } finally {
                if (parent != null) {
                    parent.close();
                }
            }
        }
        if (here == null) {
            throw new AccessDeniedException(realFolder.toString());
        }
        return new HeldFolder(realFolder, here);
    }

    @SuppressWarnings("StreamResourceLeak") // the folder is held until it is closed
    private static SecureDirectoryStream<Path> openByPath(Path path) throws IOException {
        try {
            return (SecureDirectoryStream<Path>) Files.newDirectoryStream(path);
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    @Override
    public Facts facts() throws IOException {
        return Facts.of(
                stream.getFileAttributeView(PosixFileAttributeView.class).readAttributes());
    }

    @Override
    public Optional<Facts> facts(String name) throws IOException {
        try {
            return Optional.of(Facts.of(view(name).readAttributes()));
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
                stream.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS))) {
            return ChannelFile.read(channel, limit);
        }
    }

    @Override
    public NewFile create(String name, Set<PosixFilePermission> mode) throws IOException {
        return new ChannelFile(stream.newByteChannel(
                Path.of(name),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(mode)));
    }

    @Override
    public void permit(String name, Set<PosixFilePermission> mode) throws IOException {
        view(name).setPermissions(mode);
    }

    @Override
    public void hand(String name, Facts.Ownership to) throws IOException {
        PosixFileAttributeView view = view(name);
        view.setOwner(to.owner());
        view.setGroup(to.group());
    }

    @Override
    public void replace(String source, String target) throws IOException {
        stream.move(Path.of(source), stream, Path.of(target));
    }

    @Override
    public void delete(String name) throws IOException {
        stream.deleteFile(Path.of(name));
    }

    @Override
    public List<String> names() throws IOException {
        try (DirectoryStream<Path> entries = stream.newDirectoryStream(Path.of("."), NOFOLLOW_LINKS)) {
            return namesOf(entries);
        }
    }

    /** The names of entries; an error on the way is an error like any other, not the iterator's unchecked one. */
    static List<String> namesOf(DirectoryStream<Path> entries) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private PosixFileAttributeView view(String name) {
        return stream.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, NOFOLLOW_LINKS);
    }
}
