package cn.onenetwork.platform;

import jakarta.json.spi.JsonProvider;

/// JSON-P, looked up once: the static methods of `jakarta.json.Json` look their provider up on the class path at
/// each call.
public final class Jsons {

    public static final JsonProvider JSON = JsonProvider.provider();

    private Jsons() {}
}
