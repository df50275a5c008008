/**
 * Writes the service worker, `/sw.js`, with the release in it: whatever file changes, the worker
 * changes with it, and browsers install it.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin, Rolldown } from 'vite';
import { BUILD_TARGET } from '../browsers/supported.ts';
import type { Audience, Part, Release } from '../worker/release.ts';

const WORKER = fileURLToPath(new URL('../worker/service-worker.ts', import.meta.url));
const PAGE = 'index.html';

/**
 * The files that open without a network, by their names in `chunks.ts`; what they import comes with
 * them. All others are kept once somebody has opened them: workbooks, what drags, charts, polyfills.
 */
const NAMES: Readonly<Record<Audience, readonly string[]>> = {
  everyone: [
    'index',
    'afterwards',
    'kept-replies',
    'style',
    'home',
    'submit',
    'submission',
    'sign-out-question',
    'list',
    'idea',
    'photos',
    'search',
    // What sends the outbox, and tells of it.
    'engine',
    'outbox',
    'employee',
    'ideas',
    'lists',
    'issuer',
  ],
  committee: ['agenda', 'all-voted', 'comments', 'chair', 'follow-up'],
  staff: ['desk', 'manager', 'administrator', 'numbers', 'figures', 'sheets', 'staff', 'zone'],
};

/** The words of a language: `zh` of the frame, `zh-home` of a page. */
const WORDS = /^(zh|en)(?:-(.+))?$/;

export const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    // The page of HTML is in the bundle by then.
    order: 'post',
    async handler(_options, bundle) {
      const source = await workerOf(releaseOf(bundle));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  },
};

/** The worker of a release, as a script. */
async function workerOf(release: Release): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [WORKER],
    bundle: true,
    write: false,
    minify: true,
    // The oldest supported browsers run no modules as workers.
    format: 'iife',
    target: BUILD_TARGET,
    define: { RELEASE: JSON.stringify(release) },
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error('esbuild has built no worker');
  return script.text;
}

/** The release that a bundle is. */
export function releaseOf(bundle: Rolldown.OutputBundle): Release {
  const page = bundle[PAGE];
  if (page?.type !== 'asset') throw new Error(`the build has no ${PAGE}`);
  const digest = sha256(page.source);
  const parts = partsOf(bundle);
  return { id: sha256(digest + JSON.stringify(parts)).slice(0, 12), page: digest, parts };
}

function partsOf(bundle: Rolldown.OutputBundle): Release['parts'] {
  const parts: Partial<Record<Part, readonly string[]>> = {};
  const outputs = Object.values(bundle);
  const everyone = closureOf(NAMES.everyone, bundle);
  for (const audience of AUDIENCES) {
    const own = closureOf(NAMES[audience], bundle);
    // What everyone keeps is not named again.
    const files = audience === 'everyone' ? own : [...own].filter(file => !everyone.has(file));
    parts[audience] = pathsOf(files);
    const names = new Set([...own].map(file => nameOf(bundle[file])));
    for (const tongue of TONGUES) {
      const words = outputs.filter(output => {
        const [, its, of = 'index'] = WORDS.exec(nameOf(output) ?? '') ?? [];
        return its === tongue && names.has(of);
      });
      parts[`${audience}-${tongue}`] = pathsOf(words.map(({ fileName }) => fileName));
    }
  }
  return parts;
}

const AUDIENCES = ['everyone', 'committee', 'staff'] as const;
const TONGUES = ['zh', 'en'] as const;

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

function nameOf(output: Output | undefined): string | undefined {
  return output?.type === 'chunk' ? output.name : output?.names[0]?.replace(/\.css$/, '');
}

function pathsOf(files: Iterable<string>): readonly string[] {
  return [...files].map(file => `/${file}`).sort();
}

/** The files of these names, and all that are loaded with them. Throws if one has no file. */
function closureOf(names: readonly string[], bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const visit = (output: Output): void => {
    if (found.has(output.fileName)) return;
    found.add(output.fileName);
    for (const imported of output.type === 'chunk' ? output.imports : []) {
      const chunk = bundle[imported];
      if (chunk !== undefined) visit(chunk);
    }
  };
  for (const name of names) {
    const outputs = Object.values(bundle).filter(output => nameOf(output) === name);
    if (outputs.length === 0) throw new Error(`the build has no file ${name} to keep`);
    outputs.forEach(visit);
  }
  return found;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
