#!/usr/bin/env bash
# Jackson's YAML reader takes an alias for a text: the name of its anchor.
#
# Versions: jackson-dataformat-yaml 2.22.2 (with jackson-databind 2.22.2 and snakeyaml 2.5), seen 2026-11-29.
#
# Behaviour: `image: *base` is read as the text "base", whatever stands at the anchor `&base`. No error, no warning. A
# merge key is no merge either: `<<` becomes a key of the mapping, and the merged fields are missing. SnakeYAML alone,
# which does the parsing below Jackson, gives the anchored value and merges, as every YAML 1.1 reader does.
#
# Output seen:
#   jackson    {pod={image=node:22}, init={image=base}}
#   snakeyaml  {pod={image=node:22}, init={image=node:22}}
#   jackson    {common={cpu=1}, agent={<<=small, memory=2Gi}}
#   snakeyaml  {common={cpu=1}, agent={cpu=1, memory=2Gi}}
#
# Why it matters: the Kubernetes plugin of Jenkins reads the `yaml` of a pod template with this reader. A pod that shares
# its image or its resources by an anchor, and that kubectl takes, asks in Jenkins for an image called `base`: the agent
# hangs in ImagePullBackOff, or runs a public image of that name. Whoever generates such YAML must print without anchors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>alias</artifactId><version>1</version>
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
cat > Aliases.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

public class Aliases {
  public static void main(String[] args) throws Exception {
    String[] texts = {
      "pod:\n  image: &base node:22\ninit:\n  image: *base\n",
      "common: &small\n  cpu: 1\nagent:\n  <<: *small\n  memory: 2Gi\n",
    };
    for (String text : texts) {
      Map<?, ?> jackson = new ObjectMapper(new YAMLFactory()).readValue(text, Map.class);
      System.out.println("jackson    " + jackson);
      System.out.println("snakeyaml  " + new Yaml().load(text));
    }
  }
}
JAVA
javac -cp 'lib/*' Aliases.java
java -cp 'lib/*:.' Aliases > seen.txt
cat > expected.txt <<'TXT'
jackson    {pod={image=node:22}, init={image=base}}
snakeyaml  {pod={image=node:22}, init={image=node:22}}
jackson    {common={cpu=1}, agent={<<=small, memory=2Gi}}
snakeyaml  {common={cpu=1}, agent={cpu=1, memory=2Gi}}
TXT
diff expected.txt seen.txt && echo "as described"
