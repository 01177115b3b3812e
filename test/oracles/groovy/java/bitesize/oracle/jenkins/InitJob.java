package bitesize.oracle.jenkins;

import bitesize.oracle.Json;
import bitesize.oracle.compile.StubLoader;
import bitesize.oracle.stub.Stub;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the starts of a scenario, one after the other, in one world. */
public final class InitJob {
  private InitJob() {}

  public static List<Map<String, Object>> run(Map<String, Object> job) throws Exception {
    World world = new World(new ConstructorNames(Json.object(job, "constructorParameters")));
    List<Map<String, Object>> results = new ArrayList<>();
    Stub.use(world);
    try (StubLoader loader = StubLoader.open(job, (Set<String>) null)) {
      world.loader = loader;
      Defaults.fill(world);
      for (Map<String, Object> given : Json.objects(job, "starts")) {
        loader.install(given.get("plugins") == null ? null : Json.object(given, "plugins").keySet());
        results.add(start(world, given));
      }
    } finally {
      Stub.use(null);
    }
    return results;
  }

  private static Map<String, Object> start(World world, Map<String, Object> given) throws Exception {
    Path root = Files.createTempDirectory("bitesize-init");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      writeFiles(root, Json.object(given, "files"));
      Map<String, String> environment = new HashMap<>();
      Json.object(given, "environment").forEach((name, value) -> environment.put(name, value.toString()));
      Outside.use(environment, root.toFile());
      world.start = new Start(world, given);
      Map<String, Object> result = Output.capture(captured, world.start::run);
      result.put("output", Outside.original(output.toString(StandardCharsets.UTF_8)));
      return result;
    } finally {
      delete(root);
    }
  }

  private static void writeFiles(Path root, Map<String, Object> files) throws IOException {
    for (Map.Entry<String, Object> entry : files.entrySet()) {
      Path path = new File(root.toFile(), entry.getKey()).toPath();
      Files.createDirectories(path.getParent());
      Files.writeString(path, entry.getValue().toString());
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) Files.delete(path);
    }
  }
}
