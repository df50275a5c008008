/** What `npm version` does to the changelog, and what it refuses. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unreleased, withRelease } from '../../../infra/cli/changelog.ts';
import { ROOT } from '../template.ts';

const BEFORE = `# Changelog

## [Unreleased]

### Added

- A canary for $1 & more.

## [0.1.0] - 2026-10-01

- The first.
`;

it('puts what is new under the version and its date, and leaves a section for what comes', () => {
  expect(withRelease(BEFORE, '0.2.0', '2026-11-28')).toEqual({
    ok: true,
    value: BEFORE.replace(
      '## [Unreleased]\n',
      () => '## [Unreleased]\n\n## [0.2.0] - 2026-11-28\n',
    ),
  });
});

describe('refuses', () => {
  const after = withRelease(BEFORE, '0.2.0', '2026-11-28');
  if (!after.ok) throw new Error(after.refusal.code);

  it.for([
    ['a release without anything new', after.value, '0.3.0', 'nothing-new'],
    ['a version that is there', BEFORE, '0.1.0', 'released-before'],
    ['a changelog without the section', '# Changelog\n', '0.2.0', 'no-section'],
  ] as const)('%s', ([, text, version, code]) => {
    expect(withRelease(text, version, '2026-11-28')).toEqual({ ok: false, refusal: { code } });
  });
});

it('reads our own', () => {
  expect(readFileSync(`${ROOT}CHANGELOG.md`, 'utf8')).toContain('\n## [Unreleased]\n');
  expect(unreleased(BEFORE)).toMatchObject({ ok: true });
});
