/**
 * Returns the address of a module by its name, as `import` would find it. It stays a file of its own when the command is built:
 * only ES modules can ask.
 */
export const resolveModule = (name: string): string => import.meta.resolve(name);
