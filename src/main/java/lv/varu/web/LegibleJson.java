package lv.varu.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what programs send: legible texts only, and no more than an honest program has to say. */
final class LegibleJson extends StdScalarDeserializer<String> {
    private static final long LARGEST = 1_000_000;

    private LegibleJson() {
        super(String.class);
    }

    static ObjectMapper from(ObjectMapper mapper) {
        var limits = StreamReadConstraints.builder().maxDocumentLength(LARGEST).build();
        return mapper.copyWith(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .registerModule(new SimpleModule("legible").addDeserializer(String.class, new LegibleJson()));
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null ? null : Legible.of(text);
    }
}
