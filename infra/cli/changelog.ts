/** The changelog as a release changes it; see https://keepachangelog.com. */
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';

type Unreleasable =
  | { readonly code: 'no-section' }
  | { readonly code: 'nothing-new' }
  | { readonly code: 'released-before' };

const UNRELEASED = '## [Unreleased]';

/** Whether there is anything to release. */
export function unreleased(changelog: string): Result<string, Unreleasable> {
  const lines = changelog.split('\n');
  const start = lines.indexOf(UNRELEASED);
  if (start < 0) return err({ code: 'no-section' });
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => line.startsWith('## '));
  const section = (end < 0 ? rest : rest.slice(0, end)).join('\n');
  return /^- /m.test(section) ? ok(section) : err({ code: 'nothing-new' });
}

/** Puts what is new under a version and its date, and leaves an empty section above. */
export function withRelease(
  changelog: string,
  version: string,
  date: string,
): Result<string, Unreleasable> {
  const found = unreleased(changelog);
  if (!found.ok) return found;
  if (changelog.split('\n').some(line => line.startsWith(`## [${version}]`)))
    return err({ code: 'released-before' });
  return ok(changelog.replace(UNRELEASED, () => `${UNRELEASED}\n\n## [${version}] - ${date}`));
}
