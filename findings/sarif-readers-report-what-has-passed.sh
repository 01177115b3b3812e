#!/usr/bin/env bash
# Readers of SARIF report results that say "pass", that are gone or suppressed, and Jenkins' one hides what nobody has accepted.
#
# Versions: edu.hm.hafner:analysis-model 13.18.0 (Maven Central; the plugin Warnings of Jenkins reads with it), sarif-tools 3.0.5
# (PyPI), github.com/reviewdog/reviewdog v0.21.0, seen 2026-12-01 on Java 17 and Python 3.11.7.
#
# Behaviour: SARIF 2.1.0 says what is a problem. A result has a kind, which may be `pass` or `notApplicable` (section 3.27.9), a
# state against an earlier run, which may be `absent` (3.27.24), and suppressions, which count when each of them is accepted
# (3.27.23, 3.35.3). The first reader drops all that have a suppression, be it accepted or rejected; nothing else is looked at
# by any of the three. A result without a level is a warning where its rule says nothing (3.27.10): it has the lowest priority
# in Jenkins, where a written `warning` has a middle one, and none in reviewdog. No error, no warning.
#
# Output seen (the result; whether and as what it is reported by Jenkins' reader, sarif-tools and reviewdog):
#   level error              HIGH    error    ERROR
#   kind pass                LOW     none     UNKNOWN_SEVERITY
#   kind notApplicable       LOW     none     UNKNOWN_SEVERITY
#   state absent             HIGH    error    ERROR
#   suppressed               -       error    ERROR
#   suppression rejected     -       error    ERROR
#   suppression underReview  -       error    ERROR
#   level warning            NORMAL  warning  WARNING
#   no level                 LOW     warning  UNKNOWN_SEVERITY
#
# Why it matters: generators and linters write SARIF for the gates of a build. One that lists its passed checks, as those for
# compliance do, or compares with an earlier run, fails a build by what is in order; one whose suppression was turned down passes
# it. Whoever writes SARIF for Jenkins writes only what is a problem now, with a level in each result.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > make.py <<'PY'
import json

RESULTS = {
    "level error": {"level": "error"},
    "kind pass": {"kind": "pass", "level": "none"},
    "kind notApplicable": {"kind": "notApplicable", "level": "none"},
    "state absent": {"level": "error", "baselineState": "absent"},
    "suppressed": {"level": "error", "suppressions": [{"kind": "inSource"}]},
    "suppression rejected": {"level": "error", "suppressions": [{"kind": "external", "status": "rejected"}]},
    "suppression underReview": {"level": "error", "suppressions": [{"kind": "external", "status": "underReview"}]},
    "level warning": {"level": "warning"},
    "no level": {},
}
LOCATION = {"physicalLocation": {"artifactLocation": {"uri": "src/main.c"}, "region": {"startLine": 3}}}
for count, (text, result) in enumerate(RESULTS.items()):
    result |= {"ruleId": "rule", "message": {"text": text}, "locations": [LOCATION]}
    driver = {"name": "lint", "rules": [{"id": "rule"}]}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    log["runs"] = [{"tool": {"driver": driver}, "results": [result]}]
    with open(f"{count}.sarif", "w") as file:
        json.dump(log, file)
    print(text)
PY
python3 make.py > texts.txt
files=$(ls ./*.sarif)
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>results</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>edu.hm.hafner</groupId><artifactId>analysis-model</artifactId><version>13.18.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib > /dev/null
cat > Read.java <<'JAVA'
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import java.nio.file.Path;

public class Read {
  public static void main(String[] files) {
    for (String file : files) {
      String found = "-";
      for (Issue issue : new ParserRegistry().get("sarif").createParser().parse(new FileReaderFactory(Path.of(file)))) {
        found = issue.getSeverity().getName();
      }
      System.out.println(found);
    }
  }
}
JAVA
javac -cp 'lib/*' Read.java 2> /dev/null
java -cp 'lib/*:.' Read $files > jenkins.txt 2> /dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sarif-tools==3.0.5
for file in $files; do
  venv/bin/sarif csv --output found.csv "$file" > /dev/null
  venv/bin/python -c 'import csv; print(*[row["Severity"] for row in csv.DictReader(open("found.csv", encoding="utf-8-sig"))] or "-")'
done > sarif-tools.txt
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/reviewdog/reviewdog/parser"
)

func main() {
	for _, name := range os.Args[1:] {
		reader, err := parser.New(&parser.Option{FormatName: "sarif"})
		if err != nil {
			panic(err)
		}
		file, err := os.Open(name)
		if err != nil {
			panic(err)
		}
		results, err := reader.Parse(file)
		if err != nil {
			panic(err)
		}
		found := "-"
		for _, result := range results {
			found = result.GetSeverity().String()
		}
		fmt.Println(found)
	}
}
GO
go get github.com/reviewdog/reviewdog/parser@v0.21.0 2> /dev/null
go build -o read read.go
./read $files > reviewdog.txt
paste -d '|' texts.txt jenkins.txt sarif-tools.txt reviewdog.txt |
  awk -F '|' '{ printf "%-23s  %-6s  %-7s  %s\n", $1, $2, $3, $4 }' > seen.txt
cat > expected.txt <<'TXT'
level error              HIGH    error    ERROR
kind pass                LOW     none     UNKNOWN_SEVERITY
kind notApplicable       LOW     none     UNKNOWN_SEVERITY
state absent             HIGH    error    ERROR
suppressed               -       error    ERROR
suppression rejected     -       error    ERROR
suppression underReview  -       error    ERROR
level warning            NORMAL  warning  WARNING
no level                 LOW     warning  UNKNOWN_SEVERITY
TXT
diff expected.txt seen.txt && echo "as described"
