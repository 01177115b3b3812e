import { describe, expect, it } from 'vitest';
import { hmacSha256 } from '../../../compiler/util/hmac-sha256.ts';
import { sha256 } from '../../../compiler/util/sha256.ts';

describe('HMAC with SHA-256', () => {
  // RFC 4231, those of its cases whose keys are text.
  it.each([
    [
      'Jefe',
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    ['\u000b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  ])('is that of the standard', (key, message, expected) => {
    expect(hmacSha256(sha256, key, message)).toBe(expected);
  });

  it('is that of Node for short, long and foreign keys and texts', async () => {
    const { createHmac } = await import('node:crypto');
    for (const key of ['k', 'k'.repeat(64), 'k'.repeat(65), 'Schlüssel 🔑'])
      for (const message of ['', 'Grüße\n', 'x'.repeat(1000)])
        expect(hmacSha256(sha256, key, message)).toBe(
          createHmac('sha256', key).update(message).digest('hex'),
        );
  });
});
