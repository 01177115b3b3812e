#!/usr/bin/env bash
# Groovy's XmlUtil gives back a job that XmlParser or XmlSlurper has read without its carriage returns and its values of a blank.
#
# Versions: org.codehaus.groovy:groovy-all 2.4.21 (the Groovy of Jenkins) and org.apache.groovy:groovy with groovy-xml and
# groovy-json 5.0.3 (Maven Central), seen 2026-12-01 on Java 17.
#
# Behaviour: both parsers drop a text that is blanks alone, also where it is all that an element has. The printer of their nodes
# writes a carriage return as it is, and whoever reads the XML makes a line feed of it. The same `XmlUtil.serialize`, given
# the text itself or an element of the JDK's parser, writes `&#13;` and keeps the blank. With `keepIgnorableWhitespace` blanks
# stay, too; a carriage return comes through none of the ways by nodes, built ones included. No error, no warning.
#
# Output seen (both versions give the same; what is read of `dir&#xd;` and a line feed, and of an element with one blank):
#   the text itself   "dir\r\n"  " "
#   DOM               "dir\r\n"  " "
#   XmlParser         "dir\n"    ""
#   XmlSlurper        "dir\n"    ""
#   XmlParser, kept   "dir\n"    " "
#   NodeBuilder       "dir\n"    " "
#
# Why it matters: scripts of the console and of pipelines read a config.xml, set one element and send it back. Jenkins writes
# carriage returns as `&#xd;`, as in batch files and in texts that came from a form; they are gone with the first such update.
# A separator or a default value of one blank is empty, and a comparison shows changes in steps that nobody has touched.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Pass.java <<'JAVA'
import groovy.lang.GroovyShell;
import java.io.File;

public class Pass {
  public static void main(String[] scripts) throws Exception {
    new GroovyShell().evaluate(new File(scripts[0]));
  }
}
JAVA
cat > pass.groovy <<'GROOVY'
import groovy.json.JsonOutput
import groovy.xml.XmlUtil
import javax.xml.parsers.DocumentBuilderFactory

// The parsers have moved from groovy.util to groovy.xml since.
def parser = { String name, Map options = [:] ->
  def home = GroovySystem.version.startsWith('2.') ? 'groovy.util' : 'groovy.xml'
  def made = Class.forName("${home}.${name}").newInstance()
  options.each { option, value -> made."$option" = value }
  made
}
def dom = { String xml ->
  DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes('UTF-8'))).documentElement
}
def show = { String way, String xml ->
  def values = ['command', 'separator'].collect { JsonOutput.toJson(dom(xml).getElementsByTagName(it).item(0).textContent) }
  printf('%-16s  %-9s  %s%n', way, *values)
}
def job = '<job><command>dir&#xd;\n</command><separator> </separator></job>'
show('the text itself', XmlUtil.serialize(job))
show('DOM', XmlUtil.serialize(dom(job)))
show('XmlParser', XmlUtil.serialize(parser('XmlParser').parseText(job)))
show('XmlSlurper', XmlUtil.serialize(parser('XmlSlurper').parseText(job)))
show('XmlParser, kept', XmlUtil.serialize(parser('XmlParser', [keepIgnorableWhitespace: true]).parseText(job)))
show('NodeBuilder', XmlUtil.serialize(new NodeBuilder().job { command('dir\r\n'); separator(' ') }))
GROOVY
cat > expected.txt <<'TXT'
the text itself   "dir\r\n"  " "
DOM               "dir\r\n"  " "
XmlParser         "dir\n"    ""
XmlSlurper        "dir\n"    ""
XmlParser, kept   "dir\n"    " "
NodeBuilder       "dir\n"    " "
TXT
dependency() { echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"; }
check() {
  mkdir "$1"
  cat > "$1/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>pass</artifactId><version>1</version>
  <dependencies>$2</dependencies>
</project>
POM
  mvn -q -B -f "$1/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
  java -cp "$1/lib/*" Pass.java pass.groovy > "$1/seen.txt" 2> /dev/null
  diff expected.txt "$1/seen.txt"
}
check jenkins "$(dependency org.codehaus.groovy groovy-all 2.4.21)"
check newest "$(for part in groovy groovy-xml groovy-json; do dependency org.apache.groovy $part 5.0.3; done)"
echo "as described"
