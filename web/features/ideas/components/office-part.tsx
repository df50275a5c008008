/** For members with an office: a link from an idea to the page of their acts. */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { type Doer, type IdeaAct, TRANSITIONS } from '../../../../shared/domain/idea/lifecycle.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { actsFor } from '../acts.ts';
import { useIdeasWords } from '../words.ts';

export function OfficePart({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const acts = actsFor(idea, membership);
  const committee = acts.some(act => isOf(act, 'secretary') || isOf(act, 'chair'));
  const manager = acts.some(act => isOf(act, 'manager'));
  if (!committee && !manager) return null;
  return (
    <p class="actions">
      {committee && (
        <Link href={paths.committeeIdea(idea.organization, idea.id)} class="button secondary">
          {words.forCommittee}
        </Link>
      )}
      {manager && (
        <Link
          href={
            idea.status === 'completed'
              ? paths.acceptance(idea.organization)
              : paths.rewards(idea.organization)
          }
          class="button secondary"
        >
          {words.forManager}
        </Link>
      )}
    </p>
  );
}

function isOf(act: IdeaAct, doer: Doer): boolean {
  return TRANSITIONS[act].by.some((one: Doer) => one === doer);
}
