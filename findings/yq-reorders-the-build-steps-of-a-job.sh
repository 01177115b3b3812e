#!/usr/bin/env bash
# yq, asked to set one element of a config.xml, puts the build steps of one kind together and cuts blanks off their scripts.
#
# Versions: github.com/mikefarah/yq/v4 v4.54.3, seen 2026-11-30.
#
# Behaviour: an element becomes a map whose keys are the names of its children, so children of one name stand together, at the
# place of the first, when XML is printed again. Blanks at both ends of each text are cut. A text that stands among elements is
# dropped, and the version 1.1 of the document is kept, so that it looks untouched. No error, no warning.
#
# Output seen (`yq -p xml -o xml '.project.disabled = true'`; the builders before and after):
#   Shell(make\n) Ant(package) Shell(  cat <<-END > note\n  \tdone\n  END\n)
#   Shell(make) Shell(cat <<-END > note\n  \tdone\n  END) Ant(package)
#
# Why it matters: to disable a job or to change a label in many files, a tool that knows XML seems safer than sed. The job then
# publishes before it packages, and both files have the same elements. A here document that ends with its script loses the
# line break behind its mark. Whoever edits config.xml needs a reader that keeps the order, such as an XML DOM.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
go get github.com/mikefarah/yq/v4@v4.54.3 2> /dev/null
go build -o yq github.com/mikefarah/yq/v4
printf '%s' '<project><disabled>false</disabled><builders>' '<hudson.tasks.Shell><command>make
</command></hudson.tasks.Shell>' '<hudson.tasks.Ant><targets>package</targets></hudson.tasks.Ant>' \
  '<hudson.tasks.Shell><command>  cat &lt;&lt;-END &gt; note
  	done
  END
</command></hudson.tasks.Shell>' '</builders></project>' > before.xml
./yq -p xml -o xml '.project.disabled = true' before.xml > after.xml
cat > steps.py <<'PY'
import sys
import xml.etree.ElementTree as ET

for file in sys.argv[1:]:
    steps = ET.parse(file).find("builders")
    print(*(f"{step.tag.rsplit('.')[-1]}({repr(step[0].text)[1:-1]})" for step in steps))
PY
python3 steps.py before.xml after.xml > seen.txt
cat > expected.txt <<'TXT'
Shell(make\n) Ant(package) Shell(  cat <<-END > note\n  \tdone\n  END\n)
Shell(make) Shell(cat <<-END > note\n  \tdone\n  END) Ant(package)
TXT
diff expected.txt seen.txt && echo "as described"
