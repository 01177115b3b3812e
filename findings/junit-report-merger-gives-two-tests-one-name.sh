#!/usr/bin/env bash
# junit-report-merger gives two tests one name, joins the lines of a message, and leaves suites within suites out of its sum.
#
# Versions: junit-report-merger 9.0.4 (npm; with xmlbuilder2 4.0.3, which it asks for), junitparser 5.0.3 (PyPI), seen 2026-12-01
# on Node 20.20.2 and Python 3.11.7.
#
# Behaviour: texts and attributes are read, and written again with their references left as they are, so that `&amp;lt;`, which is
# the text `&lt;`, comes out as `&lt;`, which is `<`. A line break of an attribute is written as it is, and each reader makes
# a blank of it. A text with `]]>`, which has to be in two CDATA sections, gets blanks at their seam. The sums on top are those
# of the outermost suites' attributes, so that what stands in a suite without them is not counted. junitparser keeps all
# that; both exit with 0 and say nothing.
#
# Output seen (as an XML reader has it; the report, what junitparser makes of it, what junit-report-merger makes of it):
#   name of a test       'escapes &lt;'   'escapes &lt;'   'escapes <'
#   name of another      'escapes <'      'escapes <'      'escapes <'
#   message              'want a\nbut b'  'want a\nbut b'  'want a but b'
#   output               'a ]]> b'        'a ]]> b'        '\n        a ]]\n        > b\n      '
#   failures of the sum  none             '2'              '1'
#
# Why it matters: a job that tests in parallel merges its reports for one `junit` step. Jenkins knows a test by its class and its
# name: two with one name are one history, and a failure is no longer that of its own test. Whoever tests a generator of XML,
# Groovy or YAML reads "expected < but was <" where the two differed, and a gate that looks at the sum passes a failure.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check junitparser==5.0.3
npm init -y > /dev/null
npm install --silent --no-fund --no-audit junit-report-merger@9.0.4 xmlbuilder2@4.0.3
cat > one.xml <<'XML'
<testsuite name="escape" tests="2" failures="1" errors="0" skipped="0" time="2">
  <testcase classname="Escape" name="escapes &amp;lt;" time="1">
    <failure message="want a&#10;but b">trace</failure>
    <system-out><![CDATA[a ]]]]><![CDATA[> b]]></system-out>
  </testcase>
  <testcase classname="Escape" name="escapes &lt;" time="1"/>
</testsuite>
XML
cat > two.xml <<'XML'
<testsuites>
  <testsuite name="outer">
    <testsuite name="inner" tests="1" failures="1" errors="0" skipped="0" time="1">
      <testcase classname="Inner" name="fails" time="1"><failure message="no">trace</failure></testcase>
    </testsuite>
  </testsuite>
</testsuites>
XML
venv/bin/junitparser merge one.xml two.xml python.xml
node_modules/.bin/jrm node.xml one.xml two.xml > /dev/null
cat > compare.py <<'PY'
import xml.etree.ElementTree as ET

reports = [ET.parse(name).getroot() for name in ["one.xml", "python.xml", "node.xml"]]
seen = {
    "name of a test": [report.findall(".//testcase")[0].get("name") for report in reports],
    "name of another": [report.findall(".//testcase")[1].get("name") for report in reports],
    "message": [report.find(".//failure").get("message") for report in reports],
    "output": [report.find(".//system-out").text for report in reports],
    "failures of the sum": [None, *[report.get("failures") for report in reports[1:]]],
}
for what, values in seen.items():
    before, python, node = ["none" if value is None else repr(value) for value in values]
    print(f"{what:19}  {before:15}  {python:15}  {node}")
PY
python3 compare.py > seen.txt
cat > expected.txt <<'TXT'
name of a test       'escapes &lt;'   'escapes &lt;'   'escapes <'
name of another      'escapes <'      'escapes <'      'escapes <'
message              'want a\nbut b'  'want a\nbut b'  'want a but b'
output               'a ]]> b'        'a ]]> b'        '\n        a ]]\n        > b\n      '
failures of the sum  none             '2'              '1'
TXT
diff expected.txt seen.txt && echo "as described"
