#!/usr/bin/env bash
# XStream reads `010` as eight, refuses `08`, and makes -1 of an int 4294967295.
#
# Versions: com.thoughtworks.xstream:xstream 1.4.21 (Maven Central), seen 2026-11-30 on Java 17.
#
# Behaviour: a whole number is read as Java source has it: a leading zero means octal, `0x` and `#` mean hexadecimal. A long is
# read in the same way. What is too large for an int, but has at most 32 bits, wraps to a negative number, so that
# 2147483648 to 4294967295 are -2147483648 to -1; the next one is refused. XStream itself prints decimal numbers only.
#
# Output seen (the text; as an int; as a long):
#   10           10           10
#   010          8            8
#   08           refused      refused
#   #10          16           16
#   2147483648   -2147483648  2147483648
#   4294967295   -1           4294967295
#   4294967296   refused      4294967296
#
# Why it matters: Jenkins reads config.xml with XStream. A generator that pads numbers, or copies them from a text, sets another
# number of builds to keep or another timeout: all is well up to 07, 08 cannot be read, and 010 is eight. "As many as possible",
# 4294967295, becomes -1. Numbers have to be parsed and printed again, and checked against an int.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>numbers</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.thoughtworks.xstream</groupId><artifactId>xstream</artifactId><version>1.4.21</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Numbers.java <<'JAVA'
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.io.xml.StaxDriver;

public class Numbers {
  public static class Rotation {
    int builds;
    long bytes;
  }

  public static void main(String[] texts) {
    XStream xstream = new XStream(new StaxDriver());
    xstream.allowTypes(new Class<?>[] {Rotation.class});
    xstream.alias("rotation", Rotation.class);
    for (String text : texts) {
      Rotation asInt = read(xstream, "builds", text);
      Rotation asLong = read(xstream, "bytes", text);
      System.out.printf("%-11s  %-11s  %s%n", text, asInt == null ? "refused" : asInt.builds,
          asLong == null ? "refused" : asLong.bytes);
    }
  }

  private static Rotation read(XStream xstream, String field, String text) {
    try {
      return (Rotation) xstream.fromXML("<rotation><" + field + ">" + text + "</" + field + "></rotation>");
    } catch (ConversionException refused) {
      return null;
    }
  }
}
JAVA
javac -cp 'lib/*' Numbers.java
java -cp 'lib/*:.' Numbers 10 010 08 '#10' 2147483648 4294967295 4294967296 > seen.txt
cat > expected.txt <<'TXT'
10           10           10
010          8            8
08           refused      refused
#10          16           16
2147483648   -2147483648  2147483648
4294967295   -1           4294967295
4294967296   refused      4294967296
TXT
diff expected.txt seen.txt && echo "as described"
