package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// What is said with a move: the note of the timeline, and what the official voucher says.
record Word(@Nullable String note, JsonObject content) {

    static final Word NONE = new Word(null, JsonValue.EMPTY_JSON_OBJECT);

    static Word note(@Nullable String note) {
        return new Word(note, JsonValue.EMPTY_JSON_OBJECT);
    }

    /// The same word, its voucher saying more.
    Word with(JsonObject more) {
        JsonObjectBuilder all = JSON.createObjectBuilder(content);
        more.forEach(all::add);
        return new Word(note, all.build());
    }
}
