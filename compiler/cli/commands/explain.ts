import type { CliCommand } from '../cli-command.ts';

/** `bitesize explain`. */
export const explainCommand: CliCommand = {
  name: 'explain',
  tellsOfOthers: true,
  define: (command, { host, program, finish }) =>
    command
      .description('show what a finding, a field or a guide says; without a topic, list all findings')
      .argument(
        '[topic]',
        'such as `schema/unknown-field`, `environments.services.port`, `jenkins`, `guides` or `guides/agents`',
      )
      .action(async (topic: string | undefined) => {
        const { runExplain } = await import('../actions/explain.ts');
        finish(await runExplain(host, program, topic));
      }),
};
