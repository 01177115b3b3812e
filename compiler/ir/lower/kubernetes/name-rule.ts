/** What the name of an object must look like. */
export interface NameRule {
  /** Completes the sentence "it must be ...". */
  readonly text: string;
  readonly accepts: (name: string) => boolean;
}

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const startsWithLetter = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Returns the rule for names of a kind, after the validation of Kubernetes: a Service has a DNS label that starts
 * with a letter (RFC 1035); a Deployment and a CronJob give labels and names to their pods, so they have shorter ones
 * than an object may have; everything else is a DNS subdomain.
 */
export function nameRule(kind: string): NameRule {
  switch (kind) {
    case 'Service':
      return within(startsWithLetter, 63, 'lower-case letters, digits and `-`, starting with a letter');
    case 'Deployment':
    case 'Namespace':
      return within(label, 63, 'lower-case letters, digits and `-`');
    case 'CronJob':
      return within(label, 52, 'lower-case letters, digits and `-`');
    case 'PersistentVolumeClaim':
      return within(label, 63, 'lower-case letters, digits and `-`, since it is also the name of a volume');
    default:
      return within(subdomain, 253, 'lower-case letters, digits, `-` and `.`');
  }
}

function within(form: RegExp, length: number, text: string): NameRule {
  return {
    text: `${text}, at most ${length} characters`,
    accepts: (name) => name.length <= length && form.test(name),
  };
}
