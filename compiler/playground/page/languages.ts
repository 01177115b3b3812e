import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, StreamLanguage, type StreamParser, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

/** How one language looks to a reader who wants colours, line by line. */
interface Look {
  /** What a comment begins with, which goes to the end of its line. */
  readonly comment: RegExp;
  readonly word?: RegExp;
  readonly tag?: RegExp;
}

const groovy: Look = {
  comment: /^\/\//,
  word: /^(?:import|def|class|return|if|else|for|while|try|catch|finally|throw|new|null|true|false|as|in|static|final|void|String|int|boolean)\b/,
};
const shell: Look = {
  comment: /^#/,
  word: /^(?:if|then|else|elif|fi|for|while|do|done|case|esac|in|exit|set|export|local|function)\b/,
};
const docker: Look = {
  comment: /^#/,
  word: /^(?:FROM|AS|RUN|COPY|ADD|USER|ENV|ARG|LABEL|WORKDIR|EXPOSE|ENTRYPOINT|CMD|HEALTHCHECK|SHELL|VOLUME)\b/,
};
const xml: Look = { comment: /^<!--.*?-->/, tag: /^<[/?]?[\w.:-]+|^[/?]?>/ };
const plain: Look = { comment: /^#/ };

function lookOf(path: string): Look {
  if (/\.xml$/.test(path)) return xml;
  if (/\.(?:groovy|gradle|js|json)$|(?:^|\/)Jenkinsfile/.test(path)) return groovy;
  if (/(?:^|\/)Dockerfile/.test(path)) return docker;
  return /\.sh$/.test(path) ? shell : plain;
}

function parserOf({ comment, word, tag }: Look): StreamParser<{ quote: string }> {
  return {
    startState: () => ({ quote: '' }),
    token: (stream, state) => {
      if (state.quote !== '') {
        while (!stream.eol()) {
          if (stream.match(state.quote)) {
            state.quote = '';
            break;
          }
          stream.next();
        }
        return 'string';
      }
      if (stream.match(comment)) {
        if (tag === undefined) stream.skipToEnd();
        return 'comment';
      }
      if (tag !== undefined) {
        if (stream.match(tag)) return 'tagName';
        if (stream.match(/^"[^"]*"/)) return 'string';
        stream.next();
        return null;
      }
      // Only Groovy has texts of several lines that are known by three quotes.
      if (comment === groovy.comment && stream.match(/^(?:'''|""")/)) {
        state.quote = stream.current();
        return 'string';
      }
      if (stream.match(/^'(?:[^'\\]|\\.)*'|^"(?:[^"\\]|\\.)*"/)) return 'string';
      if (word !== undefined && stream.match(word)) return 'keyword';
      if (stream.match(/^\$\{?\w+\}?/)) return 'variableName';
      if (!stream.match(/^[\w.-]+/)) stream.next();
      return null;
    },
  };
}

/** The colours, which follow the theme of the page. */
const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.comment, tags.lineComment], color: 'var(--quiet)', fontStyle: 'italic' },
    {
      tag: [tags.keyword, tags.tagName, tags.definition(tags.propertyName), tags.propertyName],
      color: 'var(--key)',
    },
    { tag: [tags.string, tags.special(tags.string)], color: 'var(--add)' },
    { tag: [tags.variableName, tags.labelName, tags.typeName], color: 'var(--name)' },
  ]),
);

/** Returns what gives the text of a file its colours, by its path. */
export function languageOf(path: string): Extension {
  const isYaml = /\.(?:bitesize|ya?ml)$/.test(path);
  return [isYaml ? yaml() : StreamLanguage.define(parserOf(lookOf(path))), colours];
}
