import { byText } from './by-text.ts';

/**
 * Returns a quantity as the API server stores it: `1000m` is `1`, `2048Mi` is `2Gi`, `0.5` is `500m`. Written in this
 * form, an object that is applied a second time is equal to the one in the cluster; in any other, `kubectl apply` finds
 * a difference each time. An exponent stays one, in steps of three: `1E2` is `100`, `5000e3` is `5e6`. What is no quantity
 * stays as it is. Follows CanonicalizeBytes of k8s.io/apimachinery/pkg/api/resource.
 */
export const canonicalQuantity = byText((text): string => {
  const billionths = parseQuantity(text);
  if (billionths === undefined) return text;
  if (billionths === 0n) return '0';
  if (/[eE][+-]?[0-9]/.test(text)) return scaled(billionths, 1000n, exponents);
  // What is no multiple of 1024 has no unit as a binary quantity, so the server reads it back as a decimal one.
  const isBinary = /i$/.test(text) && billionths % (1024n * billion) === 0n;
  return isBinary ? binaryForm(billionths / billion) : decimalForm(billionths);
});

const billion = 10n ** 9n;

/** The largest quantity that Kubernetes keeps, in billionths: what is more becomes this, or loses its unit. */
export const largestQuantity = ((1n << 63n) - 1n) * billion;

const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const exponents = ['e-9', 'e-6', 'e-3', '', 'e3', 'e6', 'e9', 'e12', 'e15', 'e18'];
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

/**
 * Returns a Kubernetes quantity in billionths of its unit (of a core, of a byte), rounded up as Kubernetes does, or
 * undefined when the text is none. Two quantities of any spelling (`0.5`, `500m`, `1Gi`, `1024Mi`) can be compared
 * by it. Follows k8s.io/apimachinery/pkg/api/resource.
 */
export const parseQuantity = byText((text): bigint | undefined => {
  const match = text.length > MOST_LETTERS ? null : form.exec(text);
  if (match === null) return undefined;
  const { sign = '', whole = '', fraction = '', suffix = '', exponent } = match.groups ?? {};
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(whole + fraction);
  const power = exponent === undefined ? (decimalPowers[suffix] ?? 0) : Number(exponent);
  if (Math.abs(power) > 30) return undefined;
  const scaled = shift(digits * (binaryFactors[suffix] ?? 1n), 9 + power - fraction.length);
  return sign === '-' ? -scaled : scaled;
});

/** No quantity has more; numbers of millions of digits take long to be read. */
const MOST_LETTERS = 100;

const form =
  /^(?<sign>[+-]?)(?<whole>[0-9]*)(?:[.](?<fraction>[0-9]*))?(?:(?<suffix>[numkMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?[0-9]{1,2}))?$/;

const decimalPowers: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const binaryFactors: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

/** Multiplies by a power of ten; a remainder rounds up. */
function shift(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

/** Returns whether a quantity is smaller than another; one that cannot be read is not. */
export function isSmaller(text: string | undefined, than: string | undefined): boolean {
  const [a, b] = [text, than].map((each) => (each === undefined ? undefined : parseQuantity(each)));
  return a !== undefined && b !== undefined && a < b;
}
