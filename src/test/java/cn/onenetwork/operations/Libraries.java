package cn.onenetwork.operations;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collections;
import java.util.jar.JarFile;

/// What lies in the libraries.
final class Libraries {

    private Libraries() {}

    /// Whether a library has a file in that folder which the pattern finds.
    static boolean hold(String folder, String glob) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        for (URL place : Collections.list(Libraries.class.getClassLoader().getResources(folder))) {
            if (place.getProtocol().equals("jar") && holds(place, matcher)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(URL place, PathMatcher matcher) throws IOException {
        URL jar = URI.create(place.toString().replaceAll("!.*", "!/")).toURL();
        try (JarFile file = ((JarURLConnection) jar.openConnection()).getJarFile()) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(".class"))
                    .anyMatch(entry -> matcher.matches(Path.of(entry.getName())));
        }
    }
}
