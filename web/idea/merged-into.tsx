/**
 * Where a merged idea went and how that one stands now: it may have been withdrawn since, and then this one waits for the secretary.
 */
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../shared/domain/ids.ts';
import { useReading } from '../api/reading.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { IdeaLink } from './idea-link.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useIdeaWords } from './words.ts';

export function MergedInto({ id }: { readonly id: IdeaId }) {
  const words = useIdeaWords();
  const { organization } = useOrganization();
  const target = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  const withdrawn = target.data?.status === 'withdrawn';
  return (
    <div class={withdrawn ? 'notice warning' : 'notice'}>
      <p>
        <strong>{words.mergedInto}</strong> <IdeaLink id={id} />{' '}
        {target.data !== undefined && <StatusBadge status={target.data.status} />}
      </p>
      <p>{withdrawn ? words.intoWithdrawn : words.mergedIntoText}</p>
    </div>
  );
}
