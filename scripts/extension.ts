import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';

/*
 * Packs editors/vscode into an extension that `code --install-extension` takes:
 *
 *   npm run extension -- FILE.vsix
 */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'editors/vscode');

/** Files of the folder that are packed as they are. */
const plain = [
  'package.json',
  'README.md',
  'language-configuration.json',
  'syntaxes/bitesize.tmLanguage.json',
];

const target = process.argv[2] ?? 'bitesize.vsix';
const bundled = await build({
  entryPoints: [join(folder, 'extension.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
});
const code = bundled.outputFiles[0]?.contents ?? new Uint8Array();
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const entries: Record<string, Uint8Array> = {
  '[Content_Types].xml': strToU8(contentTypes()),
  'extension.vsixmanifest': strToU8(manifest(JSON.parse(text('package.json')))),
  ...Object.fromEntries(plain.map((name) => [`extension/${name}`, strToU8(text(name))])),
  'extension/LICENSE.txt': new Uint8Array(readFileSync(join(root, 'LICENSE'))),
  'extension/extension.cjs': code,
};
// The same bytes each time.
writeFileSync(target, zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) }));

/** What each kind of file is, as the Open Packaging Conventions ask for. */
function contentTypes(): string {
  const kinds = {
    json: 'application/json',
    cjs: 'application/javascript',
    md: 'text/markdown',
    txt: 'text/plain',
    vsixmanifest: 'text/xml',
  };
  const lines = Object.entries(kinds).map(
    ([end, type]) => `<Default Extension=".${end}" ContentType="${type}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join('')}</Types>\n`;
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly displayName: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly engines: { readonly vscode: string };
}

/** The manifest of the package (VSX schema 2011), of what package.json says. */
function manifest(packed: Packed): string {
  const { name, version, publisher, displayName, description, categories, engines } = packed;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Categories>${categories.join(',')}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}
