/** The photos of an idea, as the API's replies have them. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';

/** Ready to be shown, about to be cleaned, or refused. */
export type Photo = ReplyOf<typeof getIdea>['photos'][number];

export type ReadyPhoto = Extract<Photo, { readonly state: 'ready' }>;
export type RefusedPhoto = Extract<Photo, { readonly state: 'refused' }>;

/** Whether it never came; readers who were told that it is on its way are told so. */
export function hasNotArrived({ reason }: RefusedPhoto): boolean {
  return reason === 'not-arrived';
}

export function isReady(photo: Photo): photo is ReadyPhoto {
  return photo.state === 'ready';
}
