#!/usr/bin/env bash
# In Jackson's YAML reader the digits of a number decide whether its leading zero means octal.
#
# Versions: jackson-dataformat-yaml 2.22.2 (with jackson-databind 2.22.2 and snakeyaml 2.5), seen 2026-11-29.
#
# Behaviour: into a field of type Integer, plain `0644` is 420 (octal, YAML 1.1), quoted '0644' is 644, plain `0888` is
# 888 and `0o644` is refused. `0888` is no number to YAML 1.1, so the parser hands a text on, and databind turns that
# text into a decimal number. A fraction is dropped on the way without a word: `0644.0` is 644, `1e3` is 1000.
#
# Output seen:
#   0644 -> 420
#   '0644' -> 644
#   0888 -> 888
#   0644.0 -> 644
#   1e3 -> 1000
#   0o644 -> refused
#
# Why it matters: the Kubernetes plugin of Jenkins reads the `yaml` of a pod template with this reader into fields such as
# `defaultMode` and `runAsUser`. A generator that quotes `0644` "to be safe" gives the files of a Secret the mode 1204
# (octal) in Jenkins, where kubectl would have refused the text; one that prints octal as YAML 1.2 does gets no agent.
# Only decimal numbers, without a leading zero, mean the same to every reader.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>octal</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.fasterxml.jackson.dataformat</groupId>
      <artifactId>jackson-dataformat-yaml</artifactId>
      <version>2.22.2</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Modes.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

public class Modes {
  public static class Volume { public Integer defaultMode; }

  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    for (String mode : new String[] {"0644", "'0644'", "0888", "0644.0", "1e3", "0o644"}) {
      String read;
      try {
        read = String.valueOf(mapper.readValue("defaultMode: " + mode + "\n", Volume.class).defaultMode);
      } catch (JsonMappingException refused) {
        read = "refused";
      }
      System.out.println(mode + " -> " + read);
    }
  }
}
JAVA
javac -cp 'lib/*' Modes.java
java -cp 'lib/*:.' Modes > seen.txt
cat > expected.txt <<'TXT'
0644 -> 420
'0644' -> 644
0888 -> 888
0644.0 -> 644
1e3 -> 1000
0o644 -> refused
TXT
diff expected.txt seen.txt && echo "as described"
