package io.github.feedauth.mojo;

import java.lang.reflect.Field;
import java.util.Map;

/** Fills the fields of a parameter object as Maven does: by name, private or not. */
final class Fields {
    private Fields() {}

    static <T> T fill(T object, Map<String, ?> values) {
        values.forEach((name, value) -> {
            try {
                Field field = field(object.getClass(), name);
                field.setAccessible(true);
                field.set(object, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(name, e);
            }
        });
        return object;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    static FeedParameter feed(Map<String, ?> elements) {
        return fill(new FeedParameter(), elements);
    }

    static FeedParameter feed(String url) {
        FeedParameter parameter = new FeedParameter();
        parameter.set(url);
        return parameter;
    }
}
