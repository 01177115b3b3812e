#!/usr/bin/env bash
# fabric8's Kubernetes client quotes every text that it prints as YAML, but not the keys: kubectl reads other names.
#
# Versions: io.fabric8:kubernetes-client 8.0.0 (Maven Central), sigs.k8s.io/yaml v1.6.0, with which kubectl reads; seen
# 2026-11-29.
#
# Behaviour: `asYaml` writes keys by the rules of YAML 1.2 and reads them so, too. To the reader of kubectl, which follows
# YAML 1.1, some of them are no texts: `on` is the key "true", `0644` the key "420", `0x1F` the key "31". Some keys, such
# as `n` and `1.10`, are quoted and arrive.
#
# Output seen:
#   0644 -> 420
#   08 -> 8
#   0x1F -> 31
#   1.10 -> 1.10
#   1_000 -> 1000
#   2024-01-05 -> 2024-01-05
#   n -> n
#   on -> true
#
# Why it matters: the keys of a ConfigMap are the names of files, and a label has a name, too. What a Java program exports
# for kubectl or a repository of manifests mounts `420` where the container looks for `0644`, and the label `on` is called
# `true`. The values beside them, all quoted, look as if nothing could happen. Other clients of fabric8 see no difference.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>keys</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId><version>8.0.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Keys.java <<'JAVA'
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

public class Keys {
  public static void main(String[] keys) {
    Config nowhere = new ConfigBuilder(Config.empty()).build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(nowhere).build()) {
      ConfigMapBuilder map = new ConfigMapBuilder().withNewMetadata().withName("files").endMetadata();
      for (String key : keys) map.addToData(key, key);
      String yaml = client.getKubernetesSerialization().asYaml(map.build());
      ConfigMap back = client.getKubernetesSerialization().unmarshal(yaml, ConfigMap.class);
      if (!back.getData().equals(map.build().getData())) throw new IllegalStateException("fabric8 reads it otherwise");
      System.out.print(yaml);
    }
  }
}
JAVA
javac -cp 'lib/*' Keys.java
java -cp 'lib/*:.' Keys on n 0644 08 0x1F 1_000 1.10 2024-01-05 > files.yaml 2> log.txt
cat > go.mod <<'MOD'
module finding

go 1.24
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	text, err := os.ReadFile("files.yaml")
	if err != nil {
		panic(err)
	}
	var read struct {
		Data map[string]string `json:"data"`
	}
	if err := yaml.Unmarshal(text, &read); err != nil {
		panic(err)
	}
	for key, written := range read.Data {
		fmt.Println(written, "->", key)
	}
}
GO
go get sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go run -mod=mod read.go | LC_ALL=C sort > seen.txt
cat > expected.txt <<'TXT'
0644 -> 420
08 -> 8
0x1F -> 31
1.10 -> 1.10
1_000 -> 1000
2024-01-05 -> 2024-01-05
n -> n
on -> true
TXT
diff expected.txt seen.txt && echo "as described"
