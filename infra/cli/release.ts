/**
 * The part of `npm version` that is about the changelog: what is new goes under the version. With
 * `--check` it only says whether anything is new, before everything else is tested.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unreleased, withRelease } from './changelog.ts';

const CHANGELOG = join(import.meta.dirname, '..', '..', 'CHANGELOG.md');

const WHY = {
  'no-section': 'CHANGELOG.md has no section [Unreleased]',
  'nothing-new': 'CHANGELOG.md: nothing is listed under [Unreleased]',
  'released-before': 'CHANGELOG.md has a section of this version already',
};

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
const text = readFileSync(CHANGELOG, 'utf8');
const version = process.env.npm_package_version;
if (version === undefined) throw new Error('run it by npm version');
const released = check
  ? unreleased(text)
  : // A day as people write it in files: 2026-10-15.
    withRelease(text, version, new Date().toLocaleDateString('sv-SE'));
if (!released.ok) {
  console.error(WHY[released.refusal.code]);
  process.exit(1);
}
if (!check) writeFileSync(CHANGELOG, released.value);
