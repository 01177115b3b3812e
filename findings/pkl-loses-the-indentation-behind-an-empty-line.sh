#!/usr/bin/env bash
# Pkl's YAML loses the indentation of a text that begins with an empty line, or cannot be read: only the first line is looked at.
#
# Versions: org.pkl-lang:pkl-config-java-all 0.30.0 (Maven Central), sigs.k8s.io/yaml v1.6.0 (kubectl reads its files with it), seen
# 2026-12-01 on Java 17.
#
# Behaviour: a text of several lines becomes a `|` block. Where it begins with a blank, `YamlRenderer` writes how far the block is
# indented (`|2`), so that the blanks stay. Where a line break comes first, it does not, and YAML takes the indentation of
# the first line that is not empty for that of the block. If all lines have it, it is gone; if a later one has less, the block
# ends there and the document is refused. Its modes for YAML 1.1 and 1.2 do the same, and so does its own parser when it
# reads the file.
#
# Output seen (the text; what kubectl and Pkl itself read):
#   "  all:\n    make\n"       kubectl the text             pkl the text
#   "\nall:\n    make\n"       kubectl the text             pkl the text
#   "\n  all:\n    make\n"     kubectl "\nall:\n  make\n"   pkl "\nall:\n  make\n"
#   "\n  make\nall\n"          kubectl nothing, an error    pkl nothing, an error
#
# Why it matters: Pkl is there to write configuration, and its texts between three quotes often begin with an empty line. A part of
# a pipeline, a Makefile, a heredoc or a piece of YAML that goes into a ConfigMap or into the configuration of a controller is
# moved to the left, which changes its meaning without a word. The renderers for JSON and properties keep it.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>blocks</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.pkl-lang</groupId><artifactId>pkl-config-java-all</artifactId><version>0.30.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Blocks.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.pkl.core.Evaluator;
import org.pkl.core.ModuleSource;
import org.pkl.core.PklException;

public class Blocks {
  static String render(Evaluator pkl, String module) {
    return pkl.evaluateOutputText(ModuleSource.text(module));
  }

  public static void main(String[] texts) throws Exception {
    try (Evaluator pkl = Evaluator.preconfigured()) {
      for (int index = 0; index < texts.length; index++) {
        String yaml = render(pkl, "text = " + texts[index] + "\noutput { renderer = new YamlRenderer {} }\n");
        for (String mode : new String[] {"1.1", "1.2"}) {
          String other = "text = " + texts[index] + "\noutput { renderer = new YamlRenderer { mode = \"" + mode + "\" } }\n";
          if (!render(pkl, other).equals(yaml)) throw new IllegalStateException("mode " + mode + " differs");
        }
        Path file = Path.of(index + ".yaml").toAbsolutePath();
        Files.writeString(file, yaml);
        String reads = "import \"pkl:yaml\"\nlocal file = read(\"" + file.toUri() + "\")\n"
            + "local parsed = new yaml.Parser {}.parse(file).text\n"
            + "output { value = parsed renderer = new JsonRenderer {} }\n";
        String own;
        try {
          own = render(pkl, reads).strip();
        } catch (PklException error) {
          own = "nothing, an error";
        }
        Files.writeString(Path.of(index + ".own"), own.equals(texts[index]) ? "the text" : own);
      }
    }
  }
}
JAVA
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strconv"

	"sigs.k8s.io/yaml"
)

func main() {
	for index, text := range os.Args[1:] {
		file, err := os.ReadFile(fmt.Sprintf("%d.yaml", index))
		if err != nil {
			panic(err)
		}
		own, err := os.ReadFile(fmt.Sprintf("%d.own", index))
		if err != nil {
			panic(err)
		}
		var object struct{ Text string }
		read := "nothing, an error"
		if yaml.Unmarshal(file, &object) == nil {
			read = strconv.Quote(object.Text)
		}
		if read == text {
			read = "the text"
		}
		fmt.Printf("%-26s kubectl %-20s pkl %s\n", text, read, own)
	}
}
GO
go mod init surprise 2> /dev/null
go get sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go build -o read . 2> /dev/null
javac -cp 'lib/*' Blocks.java
texts=('"  all:\n    make\n"' '"\nall:\n    make\n"' '"\n  all:\n    make\n"' '"\n  make\nall\n"')
java -cp 'lib/*:.' Blocks "${texts[@]}" 2> log.txt || { cat log.txt; exit 1; }
./read "${texts[@]}" > seen.txt
cat > expected.txt <<'TXT'
"  all:\n    make\n"       kubectl the text             pkl the text
"\nall:\n    make\n"       kubectl the text             pkl the text
"\n  all:\n    make\n"     kubectl "\nall:\n  make\n"   pkl "\nall:\n  make\n"
"\n  make\nall\n"          kubectl nothing, an error    pkl nothing, an error
TXT
diff expected.txt seen.txt && echo "as described"
