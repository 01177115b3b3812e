import { parseQuantity } from './quantity.ts';

/**
 * Returns a quantity as the API server stores it: `1000m` is `1`, `2048Mi` is `2Gi`, `0.5` is `500m`. Written in this
 * form, an object that is applied a second time is equal to the one in the cluster; in any other, `kubectl apply` finds
 * a difference each time. What is no quantity, or has an exponent, stays as it is. Follows CanonicalizeBytes of
 * k8s.io/apimachinery/pkg/api/resource.
 */
export function canonicalQuantity(text: string): string {
  const billionths = parseQuantity(text);
  if (billionths === undefined || /[eE][+-]?[0-9]/.test(text)) return text;
  if (billionths === 0n) return '0';
  const whole = billionths % billion === 0n;
  const binary = /i$/.test(text) && whole && magnitude(billionths) >= 1024n * billion;
  return binary ? binaryForm(billionths / billion) : decimalForm(billionths);
}

const billion = 10n ** 9n;
const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

function decimalForm(billionths: bigint): string {
  return scaled(billionths, 1000n, decimalSuffixes);
}

function binaryForm(units: bigint): string {
  return scaled(units, 1024n, binarySuffixes);
}

/** Divides as long as nothing is left over, and there is a suffix for it. */
function scaled(value: bigint, step: bigint, suffixes: readonly string[]): string {
  let rest = value;
  let power = 0;
  while (power < suffixes.length - 1 && rest % step === 0n) {
    rest /= step;
    power += 1;
  }
  return `${rest}${suffixes[power]}`;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
