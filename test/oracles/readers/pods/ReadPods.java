import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Reads pods as Jenkins' Kubernetes plugin does (`PodTemplateUtils.parseFromYaml`); a JSON text a line, in and out. */
public final class ReadPods {
    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        PrintStream output = new PrintStream(System.out, false, "UTF-8");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            Pod pod = Serialization.unmarshal(json.readValue(line, String.class), Pod.class);
            output.println(json.writeValueAsString(json.readTree(Serialization.asJson(pod))));
        }
        output.flush();
    }
}
