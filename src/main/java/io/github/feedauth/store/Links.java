package io.github.feedauth.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Follows symbolic links to where a file really is, as far as the file's policy allows. */
final class Links {
    /** As many as Linux follows in one path. */
    private static final int MOST = 40;

    private final Disk disk;

    Links(Disk disk) {
        this.disk = disk;
    }

    Location follow(ConfigFile file) {
        Location location = chase(file);
        if (file.projectFolder().isPresent()) {
            refuseOutside(file, file.projectFolder().get(), location);
        }
        return location;
    }

    private Location chase(ConfigFile file) {
        Path path = file.path();
        for (int links = 0; links <= MOST; links++) {
            boolean linked = links > 0;
            Location location = linked || !file.secret() ? existing(file, path, linked) : creatable(file);
            Optional<Path> target = link(file, location);
            if (target.isEmpty()) {
                return location;
            }
            path = location.folder().resolve(target.get());
            if (path.getFileName() == null) {
                break;
            }
        }
        throw Refusal.of(
                "The file is a symbolic link that leads in a circle or through more than " + MOST + " links",
                file.path(),
                "Point the link at a file, or remove it");
    }

    private Optional<Path> link(ConfigFile file, Location location) {
        if (!location.missing().isEmpty()) {
            return Optional.empty();
        }
        try {
            return disk.link(location.target());
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    private Location existing(ConfigFile file, Path path, boolean linked) {
        try {
            return new Location(disk.realFolder(path.getParent()), nameOf(path), List.of());
        } catch (NoSuchFileException e) {
            if (linked) {
                throw Refusal.of(
                        "The file is a symbolic link into a folder that does not exist: "
                                + Refusal.name(path.getParent()),
                        file.path(),
                        "Create that folder, or remove the link");
            }
            throw Refusal.of("The file's folder does not exist", file.path(), "Create the folder");
        } catch (IOException e) {
            throw Refusal.unreadable(file.path(), e);
        }
    }

    private Location creatable(ConfigFile file) {
        Deque<String> missing = new ArrayDeque<>();
        for (Path parent = file.path().getParent(); parent != null; parent = parent.getParent()) {
            try {
                return beneath(disk.realFolder(parent), missing, nameOf(file.path()));
            } catch (NoSuchFileException e) {
                missing.addFirst(nameOf(parent));
            } catch (IOException e) {
                throw Refusal.unreadable(file.path(), e);
            }
        }
        throw Refusal.of("The file's folder does not exist", file.path(), "Create the folder");
    }

    private static Location beneath(Path real, Iterable<String> missing, String name) {
        List<Path> folders = new ArrayList<>();
        Path folder = real;
        for (String next : missing) {
            folder = folder.resolve(next);
            folders.add(folder);
        }
        return new Location(folder, name, List.copyOf(folders));
    }

    private void refuseOutside(ConfigFile file, Path project, Location location) {
        try {
            if (!location.folder().startsWith(disk.realFolder(project))) {
                throw Refusal.of(
                        "The file leads out of the project, to " + Refusal.name(location.target()),
                        file.path(),
                        "Replace the link by a file, so that the build changes nothing outside of the project");
            }
        } catch (IOException e) {
            throw Refusal.unreadable(project, e);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }
}
