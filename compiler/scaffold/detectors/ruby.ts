import type { Found, SourceFolder } from '../source-folder.ts';
import { type Detector, matched } from './detector.ts';

const ASSUMED = '3.4';

/** Programs of Ruby: Gemfile. */
export const rubyDetector: Detector = {
  language: 'Ruby',
  files: ['Gemfile'],
  look: ({ folder }) => {
    const gems = folder.text('Gemfile') ?? '';
    const version = matched(folder, '.ruby-version', /^\s*(?:ruby-)?(\d+\.\d+)/) ??
      matched(folder, 'Gemfile', /^\s*ruby\s+["'][^\d"']*(\d+\.\d+)/m) ?? { value: ASSUMED };
    const start = startOf(folder, gems);
    return {
      build: ['bundle install'],
      ...testOf(folder, gems),
      caches: ['bundler'],
      image: { name: 'ruby', version, tools: (wanted) => `ruby:${wanted}-bookworm` },
      recipe: {
        make: ['bundle config set --local path vendor/bundle && bundle install'],
        // Gems are linked with libraries that the small image has not.
        runtime: (wanted) => `ruby:${wanted}-bookworm`,
        copies: [['/srv/app', '/srv/app']],
        leavings: ['.bundle', 'vendor/bundle', 'log', 'tmp'],
      },
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

/** RSpec writes results with a gem; what reads those of others is not known. */
function testOf(folder: SourceFolder, gems: string) {
  if (folder.folders.has('spec') || /["']rspec/.test(gems)) {
    const from = folder.at(folder.folders.has('spec') ? 'spec' : 'Gemfile');
    return /["']rspec_junit_formatter["']/.test(gems)
      ? {
          test: [
            {
              value: 'bundle exec rspec --format progress --format RspecJunitFormatter --out junit.xml',
              from,
            },
          ],
          results: 'junit.xml',
        }
      : { test: [{ value: 'bundle exec rspec', from }] };
  }
  return folder.files.has('Rakefile') && folder.folders.has('test')
    ? { test: [{ value: 'bundle exec rake test', from: folder.at('Rakefile') }] }
    : { test: [] };
}
