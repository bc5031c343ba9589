package cn.onenetwork.platform;

import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonString;

/// `errors[].extensions.code` of a failed field.
public class ErrorCodeExtension implements ErrorExtensionProvider {

    @Override
    public String getKey() {
        return "code";
    }

    @Override
    public JsonString mapValueFrom(Throwable exception) {
        return Json.createValue(Failures.code(exception).name());
    }
}
