import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfElement, elementOfClass } from '../../../compiler/plugins/xstream-name.ts';

describe('the spelling of class names in XML', () => {
  it('doubles underscores and replaces dollars', () => {
    expect(elementOfClass('hudson.plugins.build_timeout.Wrapper$Inner')).toBe(
      'hudson.plugins.build__timeout.Wrapper_-Inner',
    );
  });

  it('can be undone', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '_', '$', '1') }), (name) => {
        expect(classOfElement(elementOfClass(name))).toBe(name);
        expect(elementOfClass(name)).not.toContain('$');
      }),
    );
  });
});
