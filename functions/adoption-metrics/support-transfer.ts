/**
 * The effect of a merger on supports. Those of the merged idea are copied to its target, and
 * removed when the merger is undone. The present ideas decide, not the record, so an old record
 * that comes late does no harm. If the target has itself been merged by now, the supports follow
 * it.
 */
import { absorbedBy } from '../../shared/domain/idea/screening.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { projectionRepository } from '../../shared/store/projections.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import type { ReadRecord } from './stream-record.ts';

/** Moves supports for a record's merger, once; ignores all other records. */
export function supportTransfer(table: Table) {
  const ideas = ideaRepository(table);
  const supports = supportRepository(table);
  const { once } = projectionRepository(table);

  return async ({ eventId, forgetAt, change }: ReadRecord): Promise<void> => {
    const merger = mergerOf(change);
    if (!merger) return;
    const { organization, source, target } = merger;
    await once(`${eventId}#SUPPORTS`, forgetAt, async () => {
      for (
        let [from, into]: [IdeaId, IdeaId | undefined] = [source, target];
        into !== undefined;
      ) {
        const idea = await ideas.get(organization, into);
        if (!idea) throw new Error('an idea was merged into one that is not there');
        await supports.follow(organization, from, into, absorbedBy(idea));
        [from, into] = [into, idea.status === 'merged' ? idea.into : undefined];
      }
    });
  };
}

/** The merger that a change has made or undone, if any. The supports of `source` follow it. */
function mergerOf(
  change: ReadRecord['change'],
):
  | { readonly organization: OrganizationId; readonly source: IdeaId; readonly target: IdeaId }
  | undefined {
  if (change?.fact !== 'idea' || !change.after) return undefined;
  const { before, after } = change;
  const from = before?.status === 'merged' ? before.into : undefined;
  const into = after.status === 'merged' ? after.into : undefined;
  const target = into ?? from;
  if (target === undefined || from === into) return undefined;
  return { organization: after.organization, source: after.id, target };
}
