import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads documents as a reader of Java does; the argument names it. Input and output are those of go/main.go. */
public final class ReadTexts {
    private interface Reader {
        Object read(String text) throws Exception;
    }

    private static Reader reader(String name) {
        switch (name) {
            case "jackson":
                ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
                return text -> mapper.readTree(text);
            case "snakeyaml":
                return text -> new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            case "snakeyaml-engine":
                return text -> new Load(LoadSettings.builder().build()).loadFromString(text);
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private static boolean holds(Object item, String text) {
        if (item instanceof JsonNode) {
            JsonNode node = (JsonNode) item;
            JsonNode value = node.get(text);
            return node.size() == 1 && value != null && value.isTextual() && value.textValue().equals(text);
        }
        return item instanceof Map && item.equals(Map.of(text, text));
    }

    private static Object at(Object items, int index) {
        return items instanceof JsonNode ? ((JsonNode) items).get(index) : ((List<?>) items).get(index);
    }

    private static int size(Object items) {
        return items instanceof JsonNode ? ((JsonNode) items).size() : ((List<?>) items).size();
    }

    public static void main(String[] arguments) throws Exception {
        Reader reader = reader(arguments[0]);
        ObjectMapper json = new ObjectMapper();
        PrintStream output = new PrintStream(System.out, false, "UTF-8");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            JsonNode job = json.readTree(line);
            JsonNode texts = job.get("texts");
            ObjectNode answer = json.createObjectNode();
            ArrayNode wrong = answer.putArray("wrong");
            try {
                Object items = reader.read(job.get("yaml").textValue());
                if (size(items) != texts.size()) throw new IllegalStateException("not as many entries as texts");
                for (int index = 0; index < texts.size(); index++) {
                    Object item = at(items, index);
                    if (holds(item, texts.get(index).textValue())) continue;
                    wrong.addObject().put("index", index).put("got", String.valueOf(item));
                }
            } catch (Exception problem) {
                answer.put("error", String.valueOf(problem.getMessage()));
            }
            output.println(json.writeValueAsString(answer));
        }
        output.flush();
    }
}
