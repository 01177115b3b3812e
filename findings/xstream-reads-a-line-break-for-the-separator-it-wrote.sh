#!/usr/bin/env bash
# XStream prints the line separator U+2028 as it is, and reads a line break of it, if the first line says XML 1.1 as in Jenkins.
#
# Versions: com.thoughtworks.xstream:xstream 1.4.21 (Maven Central) with the StAX parser of Java 17, the transformer of Java 17,
# and ElementTree of Python 3.11.7 (expat), seen 2026-12-01. That Jenkins writes 1.1, prints and reads with these classes, and
# takes what is sent to it through the transformer, was read in its source, not run.
#
# Behaviour: in XML 1.1 (section 2.11) U+2028 and U+0085 are line ends, as a carriage return is; in 1.0 they are characters. The
# printer writes U+0085 and a carriage return as references, and U+2028 as it is. Java's parsers make a line feed of it below a
# first line with 1.1, and so does a copy by a transformer that changes nothing. expat, which takes such a document, goes by
# the rules of 1.0. No error, no warning.
#
# Output seen (the text; what is printed; what is read of it below a first line with version 1.0 and 1.1):
#   a<2028>b printed <string>a<2028>b</string>
#     1.0  XStream a<2028>b  Python, of a copy by Java a<2028>b  Python a<2028>b
#     1.1  XStream a<LF>b    Python, of a copy by Java a<LF>b    Python a<2028>b
#   a<85>b  printed <string>a&#x85;b</string>
#     1.0  XStream a<85>b    Python, of a copy by Java a<85>b    Python a<85>b
#     1.1  XStream a<85>b    Python, of a copy by Java a<85>b    Python a<85>b
#
# Why it matters: the separator comes with texts that are pasted from web pages and chats, into a `//` comment of a pipeline or
# into a command, where nobody sees it. The job is right as long as it is in the memory of Jenkins. With the next start, or an
# update over its API that sends back what it was given, the rest of the line is a line of its own, which is run. A tool in
# Python finds no difference. `&#x2028;` is the same to all, and what a generator has to write.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>separators</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.thoughtworks.xstream</groupId><artifactId>xstream</artifactId><version>1.4.21</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Separators.java <<'JAVA'
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.PrettyPrintWriter;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

public class Separators {
  static String show(String text) {
    return text.replace("\n", "<LF>").replace("\u2028", "<2028>").replace("\u0085", "<85>");
  }

  static String python(String document) throws Exception {
    Files.writeString(Path.of("document.xml"), document);
    Process reader = new ProcessBuilder("python3", "read.py", "document.xml").start();
    return new String(reader.getInputStream().readAllBytes(), "UTF-8");
  }

  public static void main(String[] arguments) throws Exception {
    XStream xstream = new XStream(new StaxDriver());
    for (String text : new String[] {"a\u2028b", "a\u0085b"}) {
      StringWriter element = new StringWriter();
      xstream.marshal(text, new PrettyPrintWriter(element));
      System.out.printf("%-7s printed %s%n", show(text), show(element.toString()));
      for (String version : new String[] {"1.0", "1.1"}) {
        String document = "<?xml version='" + version + "' encoding='UTF-8'?>\n" + element;
        StringWriter copy = new StringWriter();
        TransformerFactory.newDefaultInstance().newTransformer()
          .transform(new StreamSource(new StringReader(document)), new StreamResult(copy));
        System.out.printf("  %s  XStream %-8s  Python, of a copy by Java %-8s  Python %s%n", version,
          show((String) xstream.fromXML(document)), show(python(copy.toString())), show(python(document)));
      }
    }
  }
}
JAVA
cat > read.py <<'PY'
import sys
import xml.etree.ElementTree as ET

sys.stdout.buffer.write(ET.parse(sys.argv[1]).getroot().text.encode())
PY
javac -cp 'lib/*' Separators.java
java -cp 'lib/*:.' Separators > seen.txt
cat > expected.txt <<'TXT'
a<2028>b printed <string>a<2028>b</string>
  1.0  XStream a<2028>b  Python, of a copy by Java a<2028>b  Python a<2028>b
  1.1  XStream a<LF>b    Python, of a copy by Java a<LF>b    Python a<2028>b
a<85>b  printed <string>a&#x85;b</string>
  1.0  XStream a<85>b    Python, of a copy by Java a<85>b    Python a<85>b
  1.1  XStream a<85>b    Python, of a copy by Java a<85>b    Python a<85>b
TXT
diff expected.txt seen.txt && echo "as described"
