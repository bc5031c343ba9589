package cn.onenetwork.calendar;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The notices that come with the service: `holidays/2021.json` and on, until a year is missing. A native
/// executable has no class path to list, so the years are tried one after the other.
@RegisterResources(globs = "holidays/*.json")
final class HolidayFiles {

    static final int FIRST_YEAR = 2021;

    private HolidayFiles() {}

    static HolidayNotices read() {
        HolidayNotices notices = HolidayNotices.NONE;
        int year = FIRST_YEAR;
        for (String json = text(year); json != null; json = text(++year)) {
            notices = notices.with(HolidayNotice.parse(json));
        }
        return notices;
    }

    static @Nullable String text(int year) {
        try (InputStream file = HolidayFiles.class.getResourceAsStream("/holidays/" + year + ".json")) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notice of " + year + " cannot be read", e);
        }
    }
}
