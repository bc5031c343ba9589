package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonTest {

    @Test
    void what_the_engine_leaves_is_written_as_the_schema_promises() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", "办\"\n");
        data.put("nothing", null);
        data.put("list", Arrays.asList(1, null, true));
        data.put("long", Long.MAX_VALUE);
        data.put("decimal", new BigDecimal("0.10"));
        data.put("big", new BigInteger("123456789012345678901234567890"));
        data.put("double", 1.5);
        data.put("constant", TimeUnit.DAYS);

        assertThat(Json.write(data).toString())
                .isEqualTo(
                        "{\"text\":\"办\\\"\\n\",\"nothing\":null,\"list\":[1,null,true],\"long\":9223372036854775807,"
                                + "\"decimal\":0.10,\"big\":123456789012345678901234567890,\"double\":1.5,\"constant\":\"DAYS\"}");
    }

    @Test
    void values_of_the_json_scalar_are_written_as_they_are() {
        String json = "{\"a\":[1.50,-2,1E+2,\"二\",true,false,null,{}],\"b\":{\"c\":[]}}";
        JsonValue value =
                JsonProvider.provider().createReader(new StringReader(json)).readValue();

        assertThat(Json.write(Map.of("form", value)).toString()).isEqualTo("{\"form\":" + json + "}");
    }
}
