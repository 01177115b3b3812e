#!/usr/bin/env bash
# A text with U+2028 that js-yaml has dumped cannot be read by snakeyaml-engine.
#
# Versions: js-yaml 5.5.0 (npm), org.snakeyaml:snakeyaml-engine 2.10 (Maven Central), org.yaml:snakeyaml 2.5; seen
# 2026-11-29.
#
# Behaviour: js-yaml writes the line separator U+2028 as the escape `\L` and the paragraph separator U+2029 as `\P`. Both
# are escapes of YAML 1.2 (section 5.7) and of YAML 1.1. snakeyaml-engine, the YAML 1.2 reader for Java, knows neither and
# refuses the whole document; the older snakeyaml, a YAML 1.1 reader, takes them.
#
# Output seen:
#   js-yaml: note: "a\Lb\Pc"
#   snakeyaml: 5 characters
#   snakeyaml-engine: refused
#
# Why it matters: fabric8's Kubernetes client reads with snakeyaml-engine. One such character, pasted from a web page into
# a description or a script, makes a manifest unreadable to it that js-yaml, kubectl and PyYAML take. `\u2028` is read by
# all of them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 > /dev/null
cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';

const text = dump({ note: 'a\u2028b\u2029c' });
writeFileSync('note.yaml', text);
process.stdout.write(`js-yaml: ${text}`);
JS
node write.mjs > seen.txt
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>separator</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.snakeyaml</groupId><artifactId>snakeyaml-engine</artifactId><version>2.10</version></dependency>
    <dependency><groupId>org.yaml</groupId><artifactId>snakeyaml</artifactId><version>2.5</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Separators.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yaml.snakeyaml.Yaml;

public class Separators {
  public static void main(String[] args) throws Exception {
    String text = Files.readString(Path.of("note.yaml"));
    Map<?, ?> old = new Yaml().load(text);
    System.out.println("snakeyaml: " + String.valueOf(old.get("note")).length() + " characters");
    try {
      new Load(LoadSettings.builder().build()).loadFromString(text);
      System.out.println("snakeyaml-engine: read");
    } catch (YamlEngineException refused) {
      System.out.println("snakeyaml-engine: refused");
    }
  }
}
JAVA
javac -cp 'lib/*' Separators.java
java -cp 'lib/*:.' Separators >> seen.txt
cat > expected.txt <<'TXT'
js-yaml: note: "a\Lb\Pc"
snakeyaml: 5 characters
snakeyaml-engine: refused
TXT
diff expected.txt seen.txt && echo "as described"
