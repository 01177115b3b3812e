#!/usr/bin/env bash
# xmlbuilder2 does not escape an ampersand that looks like the start of a reference, and resolves some references first.
#
# Versions: xmlbuilder2 4.0.3 and fast-xml-parser 5.3.2 (npm), seen 2026-11-29 on Node 20.20.2.
#
# Behaviour: a text is data, so `&lt;` in it should leave as `&amp;lt;` and come back as `&lt;`. In the object form the
# five named and all numeric references of the text are resolved, then the text is escaped again: the author's `&lt;`
# reaches the reader as `<`. `txt()` keeps them, but the printer leaves alone whatever looks like a reference, with the same
# end. So a name that XML does not know (`&nbsp;`, or `&wait;` of a shell script) is printed as it is, and no reader takes
# the document. The option `noDoubleEncoding` changes nothing here. No error, no warning.
#
# Output seen:
#   object  echo "&lt;b&gt;" | tee a      -> echo "<b>" | tee a
#   object  printf "&#10;"                -> printf "\n"
#   object  cat a & b                     -> cat a & b
#   txt     echo "&lt;b&gt;" | tee a      -> echo "<b>" | tee a
#   txt     printf "&#10;"                -> printf "\n"
#   txt     cat a & b                     -> cat a & b
#   object  start &wait;                  -> <a>start &wait;</a>
#   JDK: refused
#
# Why it matters: config.xml of Jenkins holds shell scripts and HTML descriptions, where references are text. A step that
# writes XML or HTML becomes another step, and one `&nbsp;` makes the whole job unreadable to Jenkins. Whoever uses this
# library has to write every `&` of a text as `&amp;amp;` (object form) or `&amp;` (`txt()`).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund xmlbuilder2@4.0.3 fast-xml-parser@5.3.2 > /dev/null
cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { create } from 'xmlbuilder2';

const reader = new XMLParser({ htmlEntities: true, trimValues: false });
const shown = (text) => JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
const texts = ['echo "&lt;b&gt;" | tee a', 'printf "&#10;"', 'cat a & b'];
for (const [form, print] of [
  ['object', (text) => create({ a: text }).end({ headless: true })],
  ['txt   ', (text) => create().ele('a').txt(text).end({ headless: true })],
])
  for (const text of texts) console.log(`${form}  ${text.padEnd(28)}  -> ${shown(reader.parse(print(text)).a)}`);
const broken = create({ a: 'start &wait;' }).end({ headless: true });
console.log(`object  ${'start &wait;'.padEnd(28)}  -> ${broken}`);
writeFileSync('broken.xml', broken);
JS
node write.mjs > seen.txt
cat > Read.java <<'JAVA'
import java.io.File;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.SAXParseException;

public class Read {
  public static void main(String[] args) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    try {
      builder.parse(new File("broken.xml"));
      System.out.println("JDK: read");
    } catch (SAXParseException refused) {
      System.out.println("JDK: refused");
    }
  }
}
JAVA
java Read.java >> seen.txt 2> errors.txt
cat > expected.txt <<'TXT'
object  echo "&lt;b&gt;" | tee a      -> echo "<b>" | tee a
object  printf "&#10;"                -> printf "\n"
object  cat a & b                     -> cat a & b
txt     echo "&lt;b&gt;" | tee a      -> echo "<b>" | tee a
txt     printf "&#10;"                -> printf "\n"
txt     cat a & b                     -> cat a & b
object  start &wait;                  -> <a>start &wait;</a>
JDK: refused
TXT
diff expected.txt seen.txt && echo "as described"
