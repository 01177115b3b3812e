#!/usr/bin/env bash
# XStream reads `true` with a blank or a line break around it as false, and says nothing.
#
# Versions: com.thoughtworks.xstream:xstream 1.4.21 (Maven Central), xml-formatter 3.7.0 (npm), seen 2026-11-29.
#
# Behaviour: whatever is not exactly `true` (in any case) is false: `true` on a line of its own, `yes`, `1`, an empty
# element. The other kinds of values do otherwise with the same blanks: an int or an enum is refused, a double is read,
# a text keeps them. xml-formatter, by its defaults, puts the text of each element on a line of its own.
#
# Output seen:
#   as written          disabled=true scale=1.5
#   after xml-formatter disabled=false scale=1.5
#   an int after it     refused
#
# Why it matters: Jenkins reads config.xml with XStream. A job that a formatter has made pretty loads without a word if it
# has no number in it, and every switch is off: a disabled job runs, `sandbox` of a pipeline is off. Whoever generates or
# formats config.xml has to keep a value and its tags on one line.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund xml-formatter@3.7.0 > /dev/null
cat > format.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import format from 'xml-formatter';

const job = '<job><disabled>true</disabled><scale>1.5</scale></job>';
writeFileSync('written.xml', job);
writeFileSync('formatted.xml', format(job));
writeFileSync('number.xml', format('<job><quietPeriod>5</quietPeriod></job>'));
JS
node format.mjs
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>blanks</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.thoughtworks.xstream</groupId><artifactId>xstream</artifactId><version>1.4.21</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Blanks.java <<'JAVA'
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import java.io.File;

public class Blanks {
  public static class Job {
    boolean disabled;
    double scale;
    int quietPeriod;
  }

  public static void main(String[] args) {
    XStream xstream = new XStream(new StaxDriver());
    xstream.allowTypes(new Class<?>[] {Job.class});
    xstream.alias("job", Job.class);
    System.out.println("as written          " + read(xstream, "written.xml"));
    System.out.println("after xml-formatter " + read(xstream, "formatted.xml"));
    System.out.println("an int after it     " + read(xstream, "number.xml"));
  }

  private static String read(XStream xstream, String file) {
    try {
      Job job = (Job) xstream.fromXML(new File(file));
      return "disabled=" + job.disabled + " scale=" + job.scale;
    } catch (ConversionException refused) {
      return "refused";
    }
  }
}
JAVA
javac -cp 'lib/*' Blanks.java
java -cp 'lib/*:.' Blanks > seen.txt
cat > expected.txt <<'TXT'
as written          disabled=true scale=1.5
after xml-formatter disabled=false scale=1.5
an int after it     refused
TXT
diff expected.txt seen.txt && echo "as described"
