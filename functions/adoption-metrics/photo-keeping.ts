/**
 * The effect of ideas on their photos. A photo that an idea names is kept for good; one that it no
 * longer names, because its author took it out or withdrew the idea, is removed, and so are the
 * photos of a person who is erased. The present idea decides, not the record, so an old record that
 * comes late does no harm. Pictures go once their record has gone, be it here or because it has
 * expired.
 */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { neededPhotos } from '../../shared/domain/idea/photo.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { type PhotoPlace, photoIn } from '../../shared/store/keys.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import type { Pictures } from '../../shared/store/pictures.ts';
import type { ReadRecord } from './stream-record.ts';

/** Follows a record's change, as often as it comes; ignores those that concern no photo. */
export function photoKeeping(table: Table, pictures: Pick<Pictures, 'remove'>) {
  const ideas = ideaRepository(table);
  const photos = photoRepository(table);

  async function removePictures({ organization, photo }: PhotoPlace): Promise<void> {
    // The same upload may have begun again.
    if (!(await photos.get(organization, photo))) await pictures.remove(organization, photo);
  }

  async function follow(before: Idea | undefined, after: Idea): Promise<void> {
    const [had, has] = [before ? neededPhotos(before) : new Set<never>(), neededPhotos(after)];
    const changed = [...new Set([...had, ...has])].filter(one => had.has(one) !== has.has(one));
    if (changed.length === 0) return;
    const { organization, id } = after;
    const idea = await ideas.get(organization, id);
    const needed = idea ? neededPhotos(idea) : new Set();
    for (const photo of changed)
      if (needed.has(photo)) await photos.keep(organization, id, photo);
      else await photos.remove(organization, photo, id);
  }

  async function removeThoseOf(idea: Idea, member: MemberId): Promise<void> {
    const own = idea.authorId === member ? (idea.photos ?? []) : [];
    const ofWork = idea.history.flatMap(entry =>
      entry.act === 'complete' && entry.by.kind === 'member' && entry.by.id === member
        ? (entry.photos ?? [])
        : [],
    );
    for (const { id } of [...own, ...ofWork]) await photos.remove(idea.organization, id, idea.id);
  }

  /** A picture may show the person; their texts stay. */
  async function erase(organization: OrganizationId, member: MemberId): Promise<void> {
    for (let cursor: Parameters<typeof ideas.byAuthor>[2]['cursor']; ; ) {
      const page = await ideas.byAuthor(organization, member, { ...(cursor && { cursor }) });
      for (const idea of page.items) await removeThoseOf(idea, member);
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    for (const duty of ['open', 'done'] as const)
      for (let cursor: Parameters<typeof ideas.byOwner>[3]['cursor']; ; ) {
        const page = await ideas.byOwner(organization, member, duty, { ...(cursor && { cursor }) });
        for (const idea of page.items) await removeThoseOf(idea, member);
        cursor = page.nextCursor;
        if (cursor === undefined) break;
      }
  }

  return async ({ record: { dynamodb, eventName }, change }: ReadRecord): Promise<void> => {
    const gone = eventName === 'REMOVE' ? photoIn(dynamodb?.Keys) : undefined;
    if (gone) return removePictures(gone);
    if (change?.fact === 'idea' && change.after) return follow(change.before, change.after);
    if (change?.fact === 'member' && change.after?.id && change.after.erasedAt)
      return erase(change.after.organization, change.after.id);
  };
}
