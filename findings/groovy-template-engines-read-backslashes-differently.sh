#!/usr/bin/env bash
# Of Groovy's template engines two read all backslashes of a text, the third none but those in front of `${`.
#
# Versions: org.codehaus.groovy:groovy-all 2.4.21 (the Groovy of Jenkins) and org.apache.groovy:groovy-templates 5.0.3, seen
# 2026-11-30 on Java 17.
#
# Behaviour: a text for SimpleTemplateEngine and GStringTemplateEngine is the inside of a Groovy string: `\t` is a tab, a
# backslash at the end of a line joins it with the next one, `\d` is an error. StreamingTemplateEngine, which is there for
# texts too long for the others and is said to work alike, copies them, with one exception: `\${NAME}` loses its
# backslash, `\$NAME` keeps it, and neither is replaced.
#
# Output seen (both versions give the same; the text; Simple and GString; Streaming):
#   echo \$HOME     echo $HOME      echo \$HOME
#   echo \${HOME}   echo ${HOME}    echo ${HOME}
#   printf a\tb     printf a<TAB>b  printf a\tb
#   grep '\d'       refused         grep '\d'
#   make \<LF>all   make all        make \<LF>all
#
# Why it matters: mails, pipelines and scripts of Jenkins are made by these engines. Whoever moves to the streaming one, since
# a text has grown past the limit of a class file, gets `\$HOME` in shell scripts, which is the word $HOME itself and no
# directory. What is written for it, with plain backslashes, fails in the others or loses them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Templates.groovy <<'GROOVY'
import groovy.text.GStringTemplateEngine
import groovy.text.SimpleTemplateEngine
import groovy.text.StreamingTemplateEngine

['echo \\$HOME', 'echo \\${HOME}', 'printf a\\tb', "grep '\\d'", 'make \\\nall'].each { text ->
    def made = [new SimpleTemplateEngine(), new GStringTemplateEngine(), new StreamingTemplateEngine()].collect { engine ->
        try {
            engine.createTemplate(text).make([HOME: '/srv']).toString()
        } catch (GroovyRuntimeException refused) {
            'refused'
        }
    }
    println([text, *made].collect { it.replace('\t', '<TAB>').replace('\n', '<LF>') }.join(' | '))
}
GROOVY
for artifact in org.codehaus.groovy:groovy-all:2.4.21 org.apache.groovy:groovy-templates:5.0.3; do
  IFS=: read -r group name version <<< "$artifact"
  mkdir "$version"
  cat > "$version/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>templates</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>$group</groupId><artifactId>$name</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$version/pom.xml" dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
  java -cp "$version/lib/*" groovy.ui.GroovyMain Templates.groovy > "seen-$version.txt"
done
cat > expected.txt <<'TXT'
echo \$HOME | echo $HOME | echo $HOME | echo \$HOME
echo \${HOME} | echo ${HOME} | echo ${HOME} | echo ${HOME}
printf a\tb | printf a<TAB>b | printf a<TAB>b | printf a\tb
grep '\d' | refused | refused | grep '\d'
make \<LF>all | make all | make all | make \<LF>all
TXT
diff expected.txt seen-2.4.21.txt && diff expected.txt seen-5.0.3.txt && echo "as described"
