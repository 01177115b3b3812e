import type { Found, SourceFolder } from '../source-folder.ts';
import { copyAll, type Detector, matched } from './detector.ts';

const ASSUMED = '3.4';

/** Programs of Ruby: Gemfile. */
export const rubyDetector: Detector = {
  language: 'Ruby',
  agent: 'ruby',
  files: ['Gemfile'],
  look: ({ folder }) => {
    const gems = folder.text('Gemfile') ?? '';
    const version = matched(folder, '.ruby-version', /^\s*(?:ruby-)?(\d+\.\d+)/) ??
      matched(folder, 'Gemfile', /^\s*ruby\s+["'][^\d"']*(\d+\.\d+)/m) ?? { value: ASSUMED };
    const start = startOf(folder, gems);
    const test = testOf(folder, gems);
    return {
      build: ['bundle config set --local path vendor/bundle', 'bundle install'],
      test: test === undefined ? [] : [test],
      install: copyAll(),
      runtime: { ...version, value: `ruby:${version.value}-slim-bookworm` },
      tools: `ruby:${version.value}-bookworm`,
      ...(start === undefined ? {} : { start }),
      ...(/["'](rails|sinatra|puma|rack|hanami|roda)["']/.test(gems) ? { port: { value: 3000 } } : {}),
    };
  },
};

function startOf(folder: SourceFolder, gems: string): Found<string> | undefined {
  if (folder.folders.has('bin') && /["']rails["']/.test(gems))
    return { value: 'bundle exec rails server --binding 0.0.0.0 --port 3000', from: folder.at('Gemfile') };
  if (folder.files.has('config.ru'))
    return { value: 'bundle exec rackup --host 0.0.0.0 --port 3000', from: folder.at('config.ru') };
  const file = ['app.rb', 'main.rb', 'server.rb', 'worker.rb'].find((name) => folder.files.has(name));
  return file === undefined ? undefined : { value: `bundle exec ruby ${file}`, from: folder.at(file) };
}

function testOf(folder: SourceFolder, gems: string): Found<string> | undefined {
  if (folder.folders.has('spec') || /["']rspec/.test(gems))
    return { value: 'bundle exec rspec', from: folder.at(folder.folders.has('spec') ? 'spec' : 'Gemfile') };
  return folder.files.has('Rakefile') && folder.folders.has('test')
    ? { value: 'bundle exec rake test', from: folder.at('Rakefile') }
    : undefined;
}
