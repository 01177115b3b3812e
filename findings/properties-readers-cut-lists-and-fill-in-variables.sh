#!/usr/bin/env bash
# Readers of .properties files for Node and Go cut lists, lose settings and put in variables that Java leaves as they are.
#
# Versions: java-properties 1.0.2 and properties-reader 3.0.1 (npm), github.com/magiconair/properties v1.18.13 (conftest reads
# such files with it), java.util.Properties of Java 17, seen 2026-12-01 on Node 20.20.2.
#
# Behaviour: the format is what `Properties.load` of Java reads. java-properties takes a backslash at the end of a comment, and
# the second of a pair, for one that joins two lines; properties-reader joins no lines, keeps pairs of backslashes as they
# are, and makes numbers of what looks like them. The reader for Go joins no lines that end in CR and LF. `${NAME}` is a text to
# Java; two of the three fill it in, one from the environment of the process. No error, no warning.
#
# Output seen (the lines, with SHOP=/srv in the environment; the settings that are read):
#                            Java             java-properties     properties-reader  magiconair
#   # below C:\<LF>dir=out   dir=out          nothing             dir=out            dir=out
#   dir=C:\\<LF>next=b       dir=C:\ next=b   dir=C:<LF>ext=b     dir=C:\\ next=b    dir=C:\ next=b
#   jobs=a,\<LF> b           jobs=a,b         jobs=a,b            b= jobs=a,\        jobs=a,b
#   jobs=a,\<CR><LF> b       jobs=a,b         jobs=a,b            b= jobs=a,\        b= jobs=a,
#   dir=${SHOP}/out          dir=${SHOP}/out  dir=undefined/out   dir=${SHOP}/out    dir=/srv/out
#   version=1.10             version=1.10     version=1.10        version=1.1        version=1.10
#
# Why it matters: Jenkins reads these files as Java does (`readProperties`, EnvInject), and so does Gradle. What a script in Node,
# or a check in Go, has read of the file that a build is made of is something else, so that checks pass on other values than
# the build gets. A setting a line, without `\` and `${`, is read alike, but for numbers.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > Read.java <<'JAVA'
import java.io.FileReader;
import java.util.Properties;
import java.util.TreeMap;

public class Read {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      Properties properties = new Properties();
      properties.load(new FileReader(file));
      StringBuilder line = new StringBuilder();
      new TreeMap<>(properties).forEach((name, value) -> line.append(" ").append(name).append("=").append(value));
      System.out.println(line.toString().trim());
    }
  }
}
JAVA
npm init -y > /dev/null
npm install --silent --no-audit --no-fund java-properties@1.0.2 properties-reader@3.0.1 > /dev/null
cat > read.cjs <<'JS'
const { of } = require('java-properties');
const { propertiesReader } = require('properties-reader');

const [reader, ...files] = process.argv.slice(2);
for (const file of files) {
  const read = reader === 'java-properties' ? of(file) : propertiesReader({ sourceFile: file });
  const names = reader === 'java-properties' ? read.getKeys() : Object.keys(read.getAllProperties());
  console.log(names.sort().map((name) => `${name}=${read.get(name)}`).join(' ').replaceAll('\n', '<LF>') || 'nothing');
}
JS
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/magiconair/properties"
)

func main() {
	for _, file := range os.Args[1:] {
		read := properties.MustLoadFile(file, properties.UTF8)
		var settings []string
		for _, name := range read.Keys() {
			settings = append(settings, name+"="+read.MustGet(name))
		}
		sort.Strings(settings)
		fmt.Println(strings.Join(settings, " "))
	}
}
GO
go get github.com/magiconair/properties@v1.18.13 2> /dev/null
go build -o read read.go
export SHOP=/srv
unset NAME
count=0
: > lines.txt
while IFS= read -r lines; do
  count=$((count + 1))
  printf '%s\n' "$lines" >> lines.txt
  printf '%s\n' "$lines" | sed 's/<CR>/\r/g; s/<LF>/\n/g' > "$count.properties"
done <<'TXT'
# below C:\<LF>dir=out
dir=C:\\<LF>next=b
jobs=a,\<LF> b
jobs=a,\<CR><LF> b
dir=${SHOP}/out
version=1.10
TXT
files=$(seq -f '%g.properties' "$count")
{
  echo ' |Java|java-properties|properties-reader|magiconair'
  paste -d '|' lines.txt <(java Read.java $files) <(node read.cjs java-properties $files) \
    <(node read.cjs properties-reader $files) <(./read $files)
} | awk -F '|' '{ printf "%-23s  %-15s  %-18s  %-17s  %s\n", $1, $2, $3, $4, $5 }' > seen.txt
cat > expected.txt <<'TXT'
                         Java             java-properties     properties-reader  magiconair
# below C:\<LF>dir=out   dir=out          nothing             dir=out            dir=out
dir=C:\\<LF>next=b       dir=C:\ next=b   dir=C:<LF>ext=b     dir=C:\\ next=b    dir=C:\ next=b
jobs=a,\<LF> b           jobs=a,b         jobs=a,b            b= jobs=a,\        jobs=a,b
jobs=a,\<CR><LF> b       jobs=a,b         jobs=a,b            b= jobs=a,\        b= jobs=a,
dir=${SHOP}/out          dir=${SHOP}/out  dir=undefined/out   dir=${SHOP}/out    dir=/srv/out
version=1.10             version=1.10     version=1.10        version=1.1        version=1.10
TXT
diff expected.txt seen.txt && echo "as described"
