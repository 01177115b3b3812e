import type { ThirdParty, Variable } from './hints/compose.ts';

/** A variable as `env` of a service has it: a plain value, or the key of a Secret. */
export type ServiceVariable =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly secret: string;
      readonly key: string;
      /** What the value looks like, with `PASSWORD` in the place of the password. */
      readonly like?: string;
    };

/** A part, and the variables that a developer's machine gives it. */
interface PartVariables {
  readonly name: string;
  readonly variables: readonly Variable[];
}

/**
 * Returns the variables of a part that lead to a database or the like, and the names of the others. The address of what runs
 * in the same namespace is the same as in Docker Compose, so it is copied; one with a password in it is the key of a Secret.
 * All other values are those of a developer's machine, and may be secrets: they are not copied.
 */
export function partVariables(
  part: PartVariables,
  all: readonly PartVariables[],
  thirdParties: readonly ThirdParty[],
): { readonly known: readonly ServiceVariable[]; readonly others: readonly string[] } {
  const known: ServiceVariable[] = [];
  const others: string[] = [];
  for (const variable of part.variables) {
    const found = knownVariable(variable, part, all, thirdParties);
    if (found === undefined) others.push(variable.name);
    else known.push(found);
  }
  return { known, others };
}

function knownVariable(
  { name, value = '' }: Variable,
  part: PartVariables,
  all: readonly PartVariables[],
  thirdParties: readonly ThirdParty[],
): ServiceVariable | undefined {
  if (!isPlain(value)) return undefined;
  const [, user, host] =
    /^(?:(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/(?:([^/]*)@)?)?([a-z0-9-]+)(?::\d+)?(?:[/?#].*)?$/i.exec(value) ??
    [];
  const reached = thirdParties.find((each) => each.name === host);
  if (reached !== undefined) {
    if (user === undefined && !isSecret(name) && !isSecret(value)) return { name, value };
    const isShared = all.every(({ variables }) =>
      variables.every((other) => other.name !== name || other.value === value),
    );
    const like = masked(value);
    return {
      name,
      secret: reached.name,
      key: isShared ? name : `${part.name}.${name}`,
      ...(like === undefined ? {} : { like }),
    };
  }
  // Kubernetes itself sets `DB_PORT` to an address where a Service is called `db`.
  if (/PORT/.test(name) && thirdParties.some(({ kind }) => String(kind.port) === value))
    return { name, value };
  if (/USER/.test(name) && thirdParties.some(({ kind }) => kind.user === value)) return { name, value };
  for (const thirdParty of thirdParties)
    for (const theirs of thirdParty.variables) {
      if (theirs.value !== value || isSecret(theirs.name) !== isSecret(name)) continue;
      if (isSecret(name)) return { name, secret: thirdParty.name, key: theirs.name };
      if (/USER|NAME|DATABASE|DB/.test(name)) return { name, value };
    }
  return undefined;
}

/** Returns the variables of a database or the like: those of the file, with all passwords out of a Secret, and those that it wants. */
export function thirdPartyVariables({
  name: secret,
  kind,
  variables,
}: ThirdParty): readonly ServiceVariable[] {
  const kept = variables.filter(({ name }) => !/_FILE$|ALLOW_EMPTY|RANDOM_ROOT|^PGDATA$/.test(name));
  // MariaDB reads the variables of MySQL, too.
  const has = (wanted: string) =>
    kept.some(({ name }) => name === wanted || name === wanted.replace(/^MARIADB_/, 'MYSQL_'));
  return [...kept, ...kind.sets.filter(({ name }) => !has(name))].map(({ name, value }) =>
    value === undefined || isSecret(name) || !isPlain(value) ? { name, secret, key: name } : { name, value },
  );
}

/** An address with a password where all have it, and in no other place. */
function masked(address: string): string | undefined {
  const [, before, after = ''] = /^([a-z][a-z0-9+.-]*:\/\/[\w.-]*:)[^/@]*(@[^@]*)$/i.exec(address) ?? [];
  return before === undefined || /[?#]/.test(after) ? undefined : `${before}PASSWORD${after}`;
}

function isSecret(text: string): boolean {
  return /pass|pwd|secret|token|key|credential/i.test(text);
}

function isPlain(value: string): boolean {
  return /^[!-~]{1,200}$/.test(value);
}
