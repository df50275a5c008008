/**
 * For a draft that was changed after an attempt that seemed to fail but had arrived: the author
 * looks at that idea first, and then decides whether the changed text is another idea.
 */
import { Link } from 'wouter-preact';

import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useSubmissionWords } from '../words.ts';

export function KeyReused({ onHandInAsNew }: { readonly onHandInAsNew: () => void }) {
  const words = useSubmissionWords();
  const { organization } = useOrganization();
  return (
    <div class="notice warning" role="alert">
      <p>{words.keyReused}</p>
      <p class="actions">
        <Link href={paths.mine(organization.id)} class="button">
          {words.seeMine}
        </Link>
        <button type="button" class="secondary" onClick={onHandInAsNew}>
          {words.handInAsNew}
        </button>
      </p>
    </div>
  );
}
