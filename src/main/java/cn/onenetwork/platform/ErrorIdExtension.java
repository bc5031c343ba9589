package cn.onenetwork.platform;

import io.smallrye.graphql.api.ErrorExtensionProvider;
import jakarta.json.Json;
import jakarta.json.JsonString;

/// `errors[].extensions.errorId`: the same id stands in the log.
public class ErrorIdExtension implements ErrorExtensionProvider {

    @Override
    public String getKey() {
        return "errorId";
    }

    @Override
    public JsonString mapValueFrom(Throwable exception) {
        return Json.createValue(Failures.errorId(exception));
    }
}
