import { newProject } from '../../../compiler/scaffold/new-project.ts';
import type { NewProject } from '../../../compiler/scaffold/project-parts.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';

/** A project of one component with a Dockerfile, of which everything is known. */
export function plainProject(name: string): NewProject {
  return {
    name,
    git: { value: `git@git.example.com:${name}/${name}.git` },
    branch: { value: 'main' },
    registry: { value: 'registry.example.com' },
    host: { value: `${name}.example.com` },
    components: [
      {
        name,
        from: 'Dockerfile',
        folder: '',
        images: [
          {
            name,
            context: '.',
            dockerfile: 'Dockerfile',
            services: [{ name, port: { value: '8080' }, variables: { value: [] } }],
          },
        ],
      },
    ],
    thirdParties: [],
    notes: [],
  };
}

/** Returns the specs of such a project, with one command that builds it. */
export function plainSpecs(name: string): readonly SourceFile[] {
  return newProject(plainProject(name)).map((spec) => ({
    ...spec,
    text: spec.text.replace(/ +# Nothing tests it yet.*\n/, '    build:\n      - shell: make test\n'),
  }));
}
