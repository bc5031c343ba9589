package cn.onenetwork.operations;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `/q/metrics` of the running service, as Prometheus reads it; without exemplars.
public record Scrape(List<Sample> samples) {

    private static final Pattern LINE =
            Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// One line.
    public record Sample(String name, Map<String, String> labels, double value) {}

    public static Scrape now() {
        return of(RestAssured.get("/q/metrics").asString());
    }

    static Scrape of(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst(" # \\{.*$", ""))
                .map(Scrape::sample)
                .toList());
    }

    private static Sample sample(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        Map<String, String> labels = LABEL.matcher(parts.group("labels") == null ? "" : parts.group("labels"))
                .results()
                .collect(Collectors.toMap(label -> label.group(1), (MatchResult label) -> label.group(2)));
        return new Sample(parts.group("name"), labels, Double.parseDouble(parts.group("value")));
    }

    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The sum over all series of that name that have these labels among theirs; 0 where there is none.
    public double sum(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    public double sum(String name) {
        return sum(name, Map.of());
    }
}
