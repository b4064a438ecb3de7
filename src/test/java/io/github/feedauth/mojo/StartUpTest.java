package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartUpTest {
    private static final String OURS = "io.github.feedauth";

    /** As Maven gives each plugin one. */
    private static final class Realm extends URLClassLoader {
        Realm(URL classes) {
            super(new URL[] {classes}, StartUpTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                return hasLoaded(name) ? findLoadedClass(name) : findClass(name);
            }
        }

        boolean hasLoaded(String name) {
            return findLoadedClass(name) != null;
        }
    }

    @Test
    void in_the_end_every_class_of_the_list_is_there() throws Exception {
        List<String> names = list();
        assertThat(names).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        try (Realm realm =
                new Realm(StartUp.class.getProtectionDomain().getCodeSource().getLocation())) {
            Method begin = realm.loadClass(StartUp.class.getName()).getDeclaredMethod("begin");
            begin.setAccessible(true);
            assertThat(names).noneMatch(realm::hasLoaded);

            Thread loading = (Thread) begin.invoke(null);
            assertThat(begin.invoke(null)).isSameAs(loading);
            loading.join();

            assertThat(names).allMatch(realm::hasLoaded);
        }
    }

    /** Else a build with two threads could stand still for ever: each would wait for a class that the other has begun with. */
    @Test
    void no_two_classes_need_each_other_to_initialise() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OURS);
        Map<JavaClass, Set<JavaClass>> needs = new HashMap<>();
        for (JavaClass type : ours) {
            needs.put(type, needsOf(type));
        }
        assertThat(needs.values()).anyMatch(types -> !types.isEmpty());
        assertThat(ours).noneMatch(type -> isReached(type, needs));
    }

    private static Set<JavaClass> needsOf(JavaClass type) {
        Set<JavaClass> needs = new HashSet<>();
        type.getStaticInitializer().ifPresent(code -> collect(code, needs, new HashSet<>()));
        type.getRawSuperclass().ifPresent(needs::add);
        needs.addAll(type.getRawInterfaces());
        needs.removeIf(needed -> needed.equals(type) || !needed.getName().startsWith(OURS));
        return needs;
    }

    private static void collect(JavaCodeUnit code, Set<JavaClass> needs, Set<JavaCodeUnit> seen) {
        if (seen.add(code)) {
            for (JavaAccess<?> access : code.getAccessesFromSelf()) {
                needs.add(access.getTargetOwner());
                if (access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called) {
                    collect(called, needs, seen);
                }
            }
        }
    }

    private static boolean isReached(JavaClass type, Map<JavaClass, Set<JavaClass>> needs) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(needs.get(type));
        while (!next.isEmpty()) {
            JavaClass needed = next.pop();
            if (reached.add(needed)) {
                next.addAll(needs.getOrDefault(needed, Set.of()));
            }
        }
        return reached.contains(type);
    }

    private static List<String> list() throws Exception {
        return new String(StartUp.class.getResourceAsStream(StartUp.CLASSES).readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
    }
}
