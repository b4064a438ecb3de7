package io.github.feedauth.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maven looks at the members of every goal in a build that runs any of them, and the JVM then loads each class that they name. So they
 * name none of ours but the feeds, and {@code configure} does not pay for {@code check}.
 */
class GoalMembersTest {
    private static final Set<Class<?>> OURS = Set.of(FeedParameter.class, FeedsParameter.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                FeedAuthMojo.class,
                AccessMojo.class,
                CheckMojo.class,
                CheckPublishMojo.class,
                CleanMojo.class,
                ConfigureMojo.class
            })
    void a_goals_members_load_nothing_of_what_it_does(Class<?> goal) {
        List<Class<?>> named = new ArrayList<>();
        for (Field field : goal.getDeclaredFields()) {
            named.add(field.getType());
        }
        for (Method method : goal.getDeclaredMethods()) {
            named.add(method.getReturnType());
            named.addAll(List.of(method.getParameterTypes()));
        }
        for (Constructor<?> constructor : goal.getDeclaredConstructors()) {
            named.addAll(List.of(constructor.getParameterTypes()));
        }
        assertThat(named)
                .isNotEmpty()
                .filteredOn(type -> type.getName().startsWith("io.github.feedauth"))
                .isSubsetOf(OURS);
    }
}
