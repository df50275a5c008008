/**
 * A function's deployed code: minified, with the SDK in it, so that the tested code is the code
 * that runs. Code behind an `import()` becomes a separate file, which is loaded when it is first
 * needed and costs a start nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { openApiDocument } from '../../shared/contract/openapi.ts';
import { RELEASE } from './release.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In a fixed place, for source maps tell it, and the same code is to make the same bundle. */
const OPENAPI = `${ROOT}node_modules/.cache/golden-ideas/openapi.json`;

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Prefers a package's ESM part, from which esbuild can remove unused code.
  mainFields: ['module', 'main'],
  alias: {
    '#openapi': OPENAPI,
    '#picture-codecs': './infra/aws/lambda/picture-codecs.js',
    '@aws-sdk/credential-provider-node': './infra/aws/lambda/credentials.ts',
    '@aws-sdk/endpoint-cache': './infra/aws/lambda/endpoint-cache.ts',
    '@smithy/core/event-streams': './infra/aws/lambda/event-streams.ts',
    bowser: './infra/aws/lambda/never-loaded.ts',
    'node:http': './infra/aws/lambda/http.ts',
  },
  // A codec is a part of its bundle.
  loader: { '.wasm': 'binary' },
  // Each line of the log tells the release.
  define: { 'process.env.RELEASE': JSON.stringify(RELEASE) },
  minify: true,
  // Read only when an error is logged, see `shared/http/source-lines.ts`.
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** The size of the code, in bytes. */
export interface BundleSize {
  /** The code that is loaded before the first request. */
  readonly start: number;
  /** All code, including what is loaded later or never. */
  readonly whole: number;
}

/**
 * Bundles a module into `index.mjs` and its further files. The entry is a path from the project's
 * root.
 */
export function bundle(entry: string, folder: string): BundleSize {
  mkdirSync(dirname(OPENAPI), { recursive: true });
  writeFileSync(OPENAPI, JSON.stringify(openApiDocument()));
  const { metafile } = buildSync({ ...OPTIONS, entryPoints: { index: entry }, outdir: folder });
  const files = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.mjs'));
  const loaded = loadedWith(
    files.find(([, { entryPoint }]) => entryPoint === entry)?.[0],
    metafile,
  );
  const bytes = (of: typeof files) => of.reduce((sum, [, file]) => sum + file.bytes, 0);
  return { start: bytes(files.filter(([path]) => loaded.has(path))), whole: bytes(files) };
}

/** A file and all files that it imports statically. */
function loadedWith(
  path: string | undefined,
  { outputs }: Metafile,
  seen = new Set<string>(),
): Set<string> {
  if (path === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const { kind, external, path: imported } of outputs[path]?.imports ?? [])
    if (kind === 'import-statement' && !external)
      loadedWith(imported, { inputs: {}, outputs }, seen);
  return seen;
}
