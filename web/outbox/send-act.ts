/** Sends one act by its route, with its photos before it. */
import type { Call } from '../../shared/contract/client.ts';
import { NetworkFailure } from '../../shared/contract/client-errors.ts';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea, supportIdea, withdrawSupport } from '../../shared/contract/routes/ideas.ts';
import { reportProgress } from '../../shared/contract/routes/implementation.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Act, ActId, AnswerOf, Entry, WaitingPhoto } from './entry.ts';

/** Uploads a photo; the same key makes the same photo. */
type UploadPhoto = (blob: Blob, key: string, organization: OrganizationId) => Promise<string>;

/** How acts leave the browser. */
export interface Ways {
  readonly call: Call;
  readonly uploadPhoto: UploadPhoto;
}

/** After that nobody waits for an answer any longer: it is as good as lost. */
const LONGEST_MS = 45_000;

/** The `id` is the idempotency key; acts that set something need none. */
export async function sendAct(
  { id, act, photos }: Pick<Entry, 'id' | 'act' | 'photos'>,
  { call, uploadPhoto }: Ways,
): Promise<AnswerOf<ActId>> {
  const complete = await withPhotos(act, photos, uploadPhoto);
  return withinTime(signal => callOf(call, complete, id, signal));
}

function callOf(call: Call, act: Act, key: string, signal: AbortSignal): Promise<AnswerOf<ActId>> {
  switch (act.id) {
    case 'submitIdea':
      return call(submitIdea, { ...act.request, idempotencyKey: key }, signal);
    case 'writeComment':
      return call(writeComment, { ...act.request, idempotencyKey: key }, signal);
    case 'supportIdea':
      return call(supportIdea, act.request, signal);
    case 'withdrawSupport':
      return call(withdrawSupport, act.request, signal);
    case 'castVote':
      return call(castVote, act.request, signal);
    case 'reportProgress':
      return call(reportProgress, act.request, signal);
  }
}

/** The act with its photos, which have arrived before it. */
async function withPhotos(
  act: Act,
  photos: readonly WaitingPhoto[],
  upload: UploadPhoto,
): Promise<Act> {
  if (act.id !== 'submitIdea' || photos.length === 0) return act;
  const { organization } = act.request.path;
  const arrived: { id: string; of: WaitingPhoto['of']; alt?: string }[] = [];
  for (const { blob, key, of, alt } of photos)
    arrived.push({
      id: await upload(blob, key, organization),
      of,
      ...(alt !== undefined && { alt }),
    });
  const body = Object.assign({}, act.request.body, { photos: arrived });
  return { ...act, request: { ...act.request, body } };
}

async function withinTime<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LONGEST_MS);
  try {
    return await work(late.signal);
  } catch (error) {
    if (late.signal.aborted) throw new NetworkFailure('no answer in time', { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
