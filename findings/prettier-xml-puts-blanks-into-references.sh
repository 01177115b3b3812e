#!/usr/bin/env bash
# Prettier's plugin for XML takes references of a text apart, and with `preserve` it drops a text that is a blank.
#
# Versions: prettier 3.10.1 and @prettier/plugin-xml 3.4.2 (npm), seen 2026-11-30 on Node 20.20.2 and Python 3.11.7 (expat).
#
# Behaviour: `xmlWhitespaceSensitivity` says what may be done with blanks. `ignore` may change those that are there, but it
# makes new ones: each reference in a text counts as a word of its own. `a&lt;b` becomes `a &lt; b`, `&amp;nbsp;` loses its
# name, and `&#x9;` becomes `&#x9 ;`, which is not XML any more (`&#9;` stays whole). `preserve` keeps all texts but those of
# blanks alone, whose element becomes an empty one; `strict`, the default, keeps them. No error, no warning.
#
# Output seen (what is read of the formatted text, without the blanks around it):
#   text         strict       preserve     ignore
#   a&lt;b       'a<b'        'a<b'        'a < b'
#   &amp;nbsp;   '&nbsp;'     '&nbsp;'     '& nbsp;'
#   x&#x9;y      'x\ty'       'x\ty'       refused
#   [&#x20;]     '[ ]'        '[ ]'        refused
#   a blank      kept         dropped      dropped
#
# Why it matters: config.xml of Jenkins holds shell scripts and descriptions in HTML, full of `&lt;` and `&amp;`. With `ignore`,
# the setting that indents it best, `make &amp;&amp; ./run 2&gt;&amp;1` becomes another script, and one reference by a
# hexadecimal number, which Jenkins itself writes for a carriage return, makes the file unreadable. With `preserve` a
# delimiter or a default value of one blank is gone. Only `strict` keeps a job.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund prettier@3.10.1 @prettier/plugin-xml@3.4.2 > /dev/null
cat > format.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import plugin from '@prettier/plugin-xml';
import { format } from 'prettier';

const [, , ...texts] = process.argv;
for (const [at, text] of texts.entries())
  for (const xmlWhitespaceSensitivity of ['strict', 'preserve', 'ignore'])
    writeFileSync(
      `${at}-${xmlWhitespaceSensitivity}.xml`,
      await format(`<job><command>${text}</command></job>`, { parser: 'xml', plugins: [plugin], xmlWhitespaceSensitivity }),
    );
JS
cat > read.py <<'PY'
import sys
import xml.etree.ElementTree as ET


def read(file):
    try:
        text = ET.parse(file).find("command").text or ""
    except ET.ParseError:
        return "refused"
    return repr(text.strip()) if text.strip() else "kept" if text else "dropped"


for at, text in enumerate(sys.argv[1:]):
    seen = [read(f"{at}-{how}.xml") for how in ["strict", "preserve", "ignore"]]
    print("".join(f"{cell:13}" for cell in [text if text.strip() else "a blank", *seen]).rstrip())
PY
texts=('a&lt;b' '&amp;nbsp;' 'x&#x9;y' '[&#x20;]' ' ')
node format.mjs "${texts[@]}"
python3 read.py "${texts[@]}" > seen.txt
cat > expected.txt <<'TXT'
a&lt;b       'a<b'        'a<b'        'a < b'
&amp;nbsp;   '&nbsp;'     '&nbsp;'     '& nbsp;'
x&#x9;y      'x\ty'       'x\ty'       refused
[&#x20;]     '[ ]'        '[ ]'        refused
a blank      kept         dropped      dropped
TXT
diff expected.txt seen.txt && echo "as described"
