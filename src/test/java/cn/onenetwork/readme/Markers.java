package cn.onenetwork.readme;

/// The place of a drawing in a page, between two comments that nobody sees.
record Markers(String begin, String end) {

    static Markers named(String name) {
        return new Markers("<!-- " + name + ":begin -->", "<!-- " + name + ":end -->");
    }

    /// The page with this drawing in its place.
    String fill(String page, String mermaid) {
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("A page needs " + begin + " and then " + end);
        }
        return page.substring(0, from + begin.length()) + "\n```mermaid\n" + mermaid + "\n```\n" + page.substring(to);
    }
}
