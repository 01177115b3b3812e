#!/usr/bin/env bash
# XStream reads a text up to the first element in it and drops the rest, and a list that is given as a text is empty.
#
# Versions: com.thoughtworks.xstream:xstream 1.4.21 (Maven Central), seen 2026-11-30 on Java 17.
#
# Behaviour: an unknown field raises an error, unless that is switched off. An element within the text of a String, which no
# field can be, does not: neither its own text nor what follows it is read. Comments do no harm. Where a list stands, only its
# elements are looked at, so that a text in place of them gives an empty list. No error, no warning.
#
# Output seen (the element; the field):
#   <description>See <b>both</b> pages</description>  "See "
#   <description><p>See both</p></description>        ""
#   <description>a<!-- b -->c</description>           "ac"
#   <description>a &lt;b> c</description>             "a <b> c"
#   <jobs>build, test</jobs>                          []
#   <jobs><string>build</string> test</jobs>          [build]
#
# Why it matters: Jenkins reads config.xml with XStream. Templates put descriptions in HTML or scripts with tags into it without
# escaping, which stays valid XML as long as the tags match: the job loads, and its script ends where the first tag was.
# Nothing but a comparison with what Jenkins has read shows it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>texts</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.thoughtworks.xstream</groupId><artifactId>xstream</artifactId><version>1.4.21</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Texts.java <<'JAVA'
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import java.util.List;

public class Texts {
  public static class View {
    String description;
    List<String> jobs;
  }

  public static void main(String[] elements) {
    XStream xstream = new XStream(new StaxDriver());
    xstream.allowTypes(new Class<?>[] {View.class});
    xstream.alias("view", View.class);
    for (String element : elements) {
      View view = (View) xstream.fromXML("<view>" + element + "</view>");
      System.out.printf("%-48s  %s%n", element, view.jobs == null ? '"' + view.description + '"' : view.jobs);
    }
  }
}
JAVA
javac -cp 'lib/*' Texts.java
java -cp 'lib/*:.' Texts '<description>See <b>both</b> pages</description>' '<description><p>See both</p></description>' \
  '<description>a<!-- b -->c</description>' '<description>a &lt;b> c</description>' '<jobs>build, test</jobs>' \
  '<jobs><string>build</string> test</jobs>' > seen.txt
cat > expected.txt <<'TXT'
<description>See <b>both</b> pages</description>  "See "
<description><p>See both</p></description>        ""
<description>a<!-- b -->c</description>           "ac"
<description>a &lt;b> c</description>             "a <b> c"
<jobs>build, test</jobs>                          []
<jobs><string>build</string> test</jobs>          [build]
TXT
diff expected.txt seen.txt && echo "as described"
