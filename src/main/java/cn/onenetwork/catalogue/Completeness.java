package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a piece of JSON has every field that a record needs: those that are not `@Nullable`. Jackson would
/// read a missing number as 0 and a missing flag as false, and both mean something in a catalogue.
final class Completeness {

    private Completeness() {}

    /// Paths of the fields that are missing or null, such as `materials[2].name`.
    ///
    /// @param given fields that come from elsewhere
    static List<String> missing(JsonNode json, Class<?> type, Set<String> given) {
        List<String> missing = new ArrayList<>();
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !given.contains(component.getName()))
                .forEach(component -> look(json, component, "", missing));
        return missing;
    }

    private static void look(JsonNode json, RecordComponent component, String path, List<String> missing) {
        String name = names(component).filter(json::has).findFirst().orElse(component.getName());
        String place = path + name;
        if (!json.hasNonNull(name)) {
            if (!nullable(component)) {
                missing.add(place);
            }
        } else if (component.getType().isRecord()) {
            lookInside(json.path(name), component.getType(), place, missing);
        } else if (component.getGenericType() instanceof ParameterizedType list
                && List.class.isAssignableFrom(component.getType())
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            for (int i = 0; i < json.path(name).size(); i++) {
                lookInside(json.path(name).path(i), element, place + "[" + i + "]", missing);
            }
        }
    }

    private static void lookInside(JsonNode json, Class<?> type, String place, List<String> missing) {
        for (RecordComponent component : type.getRecordComponents()) {
            look(json, component, place + ".", missing);
        }
    }

    private static Stream<String> names(RecordComponent component) {
        AnnotatedElement accessor = component.getAccessor();
        JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
        JsonAlias alias = accessor.getAnnotation(JsonAlias.class);
        return Stream.of(
                        Stream.of(renamed == null ? component.getName() : renamed.value()),
                        alias == null ? Stream.<String>empty() : Arrays.stream(alias.value()))
                .flatMap(stream -> stream);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
