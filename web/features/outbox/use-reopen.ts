/**
 * Puts what was taken out of the outbox back where it was written, as the draft of its form, and
 * returns the form's address. Its key stays the same: if an earlier attempt has arrived after all,
 * the API says so, and nothing is made twice.
 */
import { type Entry, organizationOf } from '../../outbox/entry.ts';
import { ownPlace } from '../../session/own-places.ts';
import { useSession } from '../../session/session-context.tsx';
import { device, tab } from '../../storage/browser-storage.ts';
import { draftsAt } from '../../ui/form/drafts.ts';
import { keptDraft } from '../../ui/form/kept-draft.ts';
import { NEW_COMMENT } from '../ideas/index.ts';
import { photosBackToDraft } from '../photos/index.ts';
import { draftOf, NEW_IDEA } from '../submission/index.ts';

const STORES = { device, tab };

/**
 * Returns a function that takes an entry out and gives the address of its form; undefined if it can
 * no longer be taken out.
 */
export function useReopen() {
  const { session } = useSession();
  return async (
    entry: Entry,
    take: () => Promise<Entry | undefined>,
  ): Promise<string | undefined> => {
    const { id, act, member, about } = entry;
    const place = (...path: readonly string[]) =>
      ownPlace(session.subject, organizationOf(entry), member, ...path);
    const inTab = act.id === 'submitIdea' && act.request.body.unnamed === true;
    // Kept before the entry is taken out, which has them alone.
    const photos = await photosBackToDraft(entry.photos, place('photo'), { inTab });
    if ((await take()) === undefined) return undefined;
    switch (act.id) {
      case 'submitIdea':
        draftsAt(place('idea'), NEW_IDEA, STORES).begin(draftOf(id, act.request.body, photos));
        break;
      case 'writeComment': {
        const { text } = act.request.body;
        keptDraft(place('comment', act.request.path.idea), NEW_COMMENT, STORES).write({
          key: id,
          text,
        });
        break;
      }
      case 'reportProgress': {
        const { progress, note } = act.request.body;
        const written = { progress: String(progress), note };
        const kind = { read: () => undefined, start: () => written };
        keptDraft(place('report', act.request.path.idea), kind, STORES).write(written);
        break;
      }
      case 'castVote':
      case 'supportIdea':
      case 'withdrawSupport':
        break;
    }
    return about.address;
  };
}
