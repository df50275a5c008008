/** Takes the photos that an act adds to an idea, before the act is stored. */
import type { Idea } from '../domain/idea/idea.ts';
import { neededPhotos, type PhotoNotAvailable } from '../domain/idea/photo.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import type { PhotoRepository } from '../store/photos.ts';

export interface PhotoTaking {
  readonly photos: PhotoRepository;
  readonly clock: Clock;
}

/** The idea after an act, once its new photos are its own. `before` is undefined for a new idea. */
export async function withPhotosTaken<After extends Idea>(
  before: Idea | undefined,
  after: After,
  { photos, clock }: PhotoTaking,
): Promise<Result<After, PhotoNotAvailable>> {
  const had = before ? neededPhotos(before) : new Set();
  const added = [...neededPhotos(after)].filter(photo => !had.has(photo));
  if (added.length === 0) return ok(after);
  const missing = await photos.take(after.organization, after.id, added, clock.now());
  return missing.length > 0 ? err({ code: 'photo-not-available', photos: missing }) : ok(after);
}
