#!/usr/bin/env bash
# Groovy's JsonSlurper makes a negative number, or 0, of an integer that is too long for a long, and says nothing.
#
# Versions: org.codehaus.groovy:groovy-all 2.4.21 (the Groovy of Jenkins) and org.apache.groovy:groovy-json 5.0.3, seen
# 2026-11-30 on Java 17.
#
# Behaviour: decimals of any length become a BigDecimal, so one expects a BigInteger for integers. They are put into a long, and
# what does not fit is cut off; three of four parser types do so, and CHARACTER_SOURCE, which is for readers and files, raises a
# NullPointerException. JsonSlurperClassic of the same package gives the right number. JSON has no limit here (RFC 8259,
# section 6), and Groovy's own literals and its JsonOutput have none.
#
# Output seen (both versions give the same):
#   9223372036854775807   JsonSlurper 9223372036854775807    JsonSlurperClassic 9223372036854775807
#   9223372036854775808   JsonSlurper -9223372036854775808   JsonSlurperClassic 9223372036854775808
#   18446744073709551615  JsonSlurper -1                     JsonSlurperClassic 18446744073709551615
#   18446744073709551616  JsonSlurper 0                      JsonSlurperClassic 18446744073709551616
#
# Why it matters: init scripts and libraries of Jenkins read JSON with it, and what other systems number without a sign (hashes,
# ids, limits such as the largest uint64 for "no limit") arrives as -1, which in Jenkins often means "all" or "for ever".
# Whoever generates JSON for Groovy must print such numbers as texts, or ask for JsonSlurperClassic.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Numbers.groovy <<'GROOVY'
import groovy.json.JsonSlurper
import groovy.json.JsonSlurperClassic

['9223372036854775807', '9223372036854775808', '18446744073709551615', '18446744073709551616'].each { number ->
    def text = "{\"limit\": ${number}}".toString()
    def read = new JsonSlurper().parseText(text).limit.toString()
    def classic = new JsonSlurperClassic().parseText(text).limit
    println "${number.padRight(20)}  JsonSlurper ${read.padRight(21)}  JsonSlurperClassic $classic"
}
GROOVY
for artifact in org.codehaus.groovy:groovy-all:2.4.21 org.apache.groovy:groovy-json:5.0.3; do
  IFS=: read -r group name version <<< "$artifact"
  mkdir "$version"
  cat > "$version/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>numbers</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>$group</groupId><artifactId>$name</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$version/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
  java -cp "$version/lib/*" groovy.ui.GroovyMain Numbers.groovy > "seen-$version.txt"
done
cat > expected.txt <<'TXT'
9223372036854775807   JsonSlurper 9223372036854775807    JsonSlurperClassic 9223372036854775807
9223372036854775808   JsonSlurper -9223372036854775808   JsonSlurperClassic 9223372036854775808
18446744073709551615  JsonSlurper -1                     JsonSlurperClassic 18446744073709551615
18446744073709551616  JsonSlurper 0                      JsonSlurperClassic 18446744073709551616
TXT
diff expected.txt seen-2.4.21.txt && diff expected.txt seen-5.0.3.txt && echo "as described"
