/**
 * The photos of an organization, compared with its ideas and its stored pictures. What a step that
 * never came has left is made up for: pictures without a record are removed, a photo that its idea
 * no longer needs goes, and one that its idea names is kept. A picture that an idea names and that
 * has not come in days is given up, with words for its readers. Pictures that are missing cannot be
 * made again and are reported.
 *
 * S3 itself deletes uploads after a day, and the table expires records that no idea names; neither
 * is compared here.
 */
import { mayArrive, neededPhotos } from '../../shared/domain/idea/photo.ts';
import type { IdeaId, OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import type { Table } from '../../shared/store/client.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { type PhotoRecord, photoRepository } from '../../shared/store/photos.ts';
import { isWhole, type Pictures } from '../../shared/store/pictures.ts';

/**
 * What is wrong with a photo. `leftover`: it has pictures and no record. `unneeded`: its idea named it
 * once, and does so no longer. `expiring`: its idea names it, and it would expire. `missing`: an idea
 * shows it, and its pictures are gone. `not-arrived`: its idea names it, and its upload never came.
 */
export type PhotoFault = 'leftover' | 'unneeded' | 'expiring' | 'missing' | 'not-arrived';

/** The number of photos with each fault. */
export type PhotoFaults = Readonly<Partial<Record<PhotoFault, number>>>;

/** The photos that ideas need, as they were read. */
export type NeededPhotos = Map<IdeaId, ReadonlySet<PhotoId>>;

/** How often a fault is looked at before it counts; the stream needs a second or two. */
const LOOKS = 10;

/**
 * More leftovers of one organization are no accident of a crash, but maybe of a table that was
 * restored to an earlier moment. They are removed on request.
 */
const MOST_LEFTOVERS = 20;
/** The photos that one run looks at more closely; a further run sees to the others. */
const MOST_SUSPECTS = 200;
const SUSPECTS_AT_ONCE = 8;

export function storedPhotos(
  table: Table,
  pictures: Pick<Pictures, 'stored' | 'removeForms'>,
  wait: () => Promise<void>,
  clock: Clock,
) {
  const photos = photoRepository(table);
  const ideas = ideaRepository(table);

  /** Photos that seem to be wrong. Pictures are read before records: a picture has a record first. */
  async function suspects(organization: OrganizationId, needed: NeededPhotos): Promise<PhotoId[]> {
    const stored = await pictures.stored(organization);
    const left = new Set(stored.keys());
    const wrong: PhotoId[] = [];
    for await (const { id, ...record } of photos.all(organization)) {
      left.delete(id);
      const byIdea = record.idea && needed.get(record.idea);
      const seemsWrong = isAwaited(record) || isMissing(record, isWhole(stored.get(id)));
      if (seemsWrong || faultBy(id, byIdea, record)) wrong.push(id);
    }
    return [...wrong, ...left].slice(0, MOST_SUSPECTS);
  }

  /** What is wrong with a photo now. */
  async function faultOf(
    organization: OrganizationId,
    photo: PhotoId,
  ): Promise<PhotoFault | undefined> {
    const stored = (await pictures.stored(organization, photo)).get(photo);
    const record = await photos.get(organization, photo);
    if (!record) return stored ? 'leftover' : undefined;
    if (record.idea === undefined) return undefined;
    const [idea] = await ideas.getMany(organization, [record.idea], { consistent: true });
    const fault = faultBy(photo, idea && neededPhotos(idea), record);
    if (fault) return fault;
    if (idea && isAwaited(record) && !mayArrive(idea, clock.now())) return 'not-arrived';
    return isMissing(record, isWhole(stored)) ? 'missing' : undefined;
  }

  async function correct(
    organization: OrganizationId,
    photo: PhotoId,
    fault: PhotoFault,
  ): Promise<void> {
    if (fault === 'missing') return;
    if (fault === 'leftover') return pictures.removeForms(organization, photo);
    const record = await photos.get(organization, photo);
    if (record?.idea === undefined) return;
    if (fault === 'expiring') await photos.keep(organization, record.idea, photo);
    else if (fault === 'not-arrived')
      await photos.settle(organization, photo, { state: 'refused', reason: 'not-arrived' });
    // The stream leads from a removed record to its pictures.
    else await photos.remove(organization, photo, record.idea);
  }

  return {
    /**
     * Finds what is wrong for certain and mends it where that loses nothing. Returns the faults, and
     * whether all are mended. `needed` says of which ideas it is known what they need.
     */
    async mend(
      organization: OrganizationId,
      needed: NeededPhotos,
      { repair }: { readonly repair: boolean },
    ): Promise<{ readonly faults: PhotoFaults; readonly mended: boolean }> {
      let wrong = await suspects(organization, needed);
      let faults = new Map<PhotoId, PhotoFault>();
      for (let look = 1; look <= LOOKS && wrong.length > 0; look += 1) {
        if (look > 1) await wait();
        const found = new Map<PhotoId, PhotoFault>();
        await eachConcurrently(wrong, SUSPECTS_AT_ONCE, async photo => {
          const fault = await faultOf(organization, photo);
          if (fault) found.set(photo, fault);
        });
        faults = found;
        wrong = [...faults.keys()];
      }
      const counts = countsOf(faults.values());
      const waits = (counts.leftover ?? 0) > MOST_LEFTOVERS && !repair;
      for (const [photo, fault] of faults)
        if (fault !== 'leftover' || !waits) await correct(organization, photo, fault);
      return { faults: counts, mended: counts.missing === undefined && !waits };
    },
  };
}

/** What is wrong with a record by what its idea needs; nothing if that is not known. */
function faultBy(
  photo: PhotoId,
  needed: ReadonlySet<PhotoId> | undefined,
  { expiresAt }: { readonly expiresAt?: number },
): PhotoFault | undefined {
  if (!needed) return undefined;
  if (needed.has(photo)) return expiresAt === undefined ? undefined : 'expiring';
  return expiresAt === undefined ? 'unneeded' : undefined;
}

/** Whether an idea names a picture that has not come. */
function isAwaited({ state, idea }: PhotoRecord): boolean {
  return state === 'awaited' && idea !== undefined;
}

/** Whether readers see a picture that is not there. */
function isMissing({ state, idea }: PhotoRecord, whole: boolean): boolean {
  return state === 'ready' && idea !== undefined && !whole;
}

function countsOf(faults: Iterable<PhotoFault>): PhotoFaults {
  const counts: Partial<Record<PhotoFault, number>> = {};
  for (const fault of faults) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
