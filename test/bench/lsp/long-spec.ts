/** Returns a spec of so many lines: components as a large project has them, of one repository each. */
export function longSpec(lines: number): string {
  const text = ['project: shop', 'components:'];
  for (let index = 0; text.length < lines; index++) {
    text.push(
      `  - name: component-${index}`,
      '    repository:',
      `      git: git@git.acme.dev:shop/component-${index}.git`,
      '      branch: main',
      '    # Its checks, then its package.',
      '    build:',
      `      - shell: ./check.sh --strict component-${index}`,
      '      - shell: |',
      `          ./package.sh component-${index} \\`,
      '            --format deb',
    );
  }
  return `${text.slice(0, lines).join('\n')}\n`;
}
