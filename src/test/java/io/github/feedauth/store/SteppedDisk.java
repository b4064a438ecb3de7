package io.github.feedauth.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** The local disk with somebody who is told of every step before it is taken, and may prevent it. */
public final class SteppedDisk {
    /** Steps that ask for no failure of their own. */
    private static final Set<String> UNTOLD = Set.of("writable", "toString", "hashCode", "equals");

    private SteppedDisk() {}

    /** Told of each step. */
    public interface Watcher {
        /**
         * A step is about to be taken.
         *
         * @param step the name of the method of {@link Disk}, {@link Folder} or {@link Folder.NewFile}
         * @throws IOException to make the step fail; half of a write is then written, and a file is then closed
         */
        void before(String step) throws IOException;
    }

    /** The files of this disk, for tests of those who use them. */
    public static ConfigFiles files(Watcher watcher, StateFolder state, Duration wait) {
        return new ConfigFiles(watchedBy(watcher), state, wait);
    }

    static Disk watchedBy(Watcher watcher) {
        return watched(Disk.class, new LocalDisk(), watcher);
    }

    private static <T> T watched(Class<T> type, T real, Watcher watcher) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        if (!UNTOLD.contains(method.getName())) {
                            if (method.getName().equals("write")) {
                                writeInHalves((Folder.NewFile) real, (byte[]) arguments[0], watcher);
                                return null;
                            }
                            try {
                                watcher.before(method.getName());
                            } catch (IOException e) {
                                if (real instanceof AutoCloseable open
                                        && method.getName().equals("close")) {
                                    open.close();
                                }
                                throw e;
                            }
                        }
                        Object result = method.invoke(real, arguments);
                        if (result instanceof Folder folder) {
                            return watched(Folder.class, folder, watcher);
                        }
                        if (result instanceof Folder.NewFile file) {
                            return watched(Folder.NewFile.class, file, watcher);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void writeInHalves(Folder.NewFile file, byte[] content, Watcher watcher) throws IOException {
        int half = content.length / 2;
        watcher.before("write");
        file.write(Arrays.copyOf(content, half));
        watcher.before("write the rest");
        file.write(Arrays.copyOfRange(content, half, content.length));
    }
}
