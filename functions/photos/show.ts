/** Tells what became of a photo, and shows it to whoever has its signed address. */
import * as contract from '../../shared/contract/routes/photos.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { answer, anybody, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { pictureView } from '../../shared/http/photo-views.ts';
import { PICTURE_FAULT_WORDS } from '../../shared/http/picture-words.ts';
import type { PhotosDeps } from './dependencies.ts';

export function getPhoto({ members, photos, addresses }: PhotosDeps): Endpoint {
  return endpoint(
    contract.getPhoto,
    memberOf(members),
    async ({ path: { organization, photo }, language }) => {
      const picture = await photos.get(organization, photo);
      if (!picture) return err({ code: 'not-found', what: 'photo' });
      const view = pictureView(organization, photo, picture, addresses);
      return view.state === 'refused'
        ? answer({ photo, ...view, detail: PICTURE_FAULT_WORDS[view.reason][language] })
        : answer({ photo, ...view });
    },
  );
}

export function showPhoto({ pictures, addresses }: PhotosDeps): Endpoint {
  return endpoint(contract.showPhoto, anybody, async ({ path, query }) => {
    const { organization, photo, size } = path;
    const seconds = addresses.secondsLeft(path, query);
    // A wrong signature learns nothing about what there is.
    const picture =
      seconds === undefined ? undefined : await pictures.get(organization, photo, size);
    return picture
      ? answer(picture, { 'cache-control': `private, max-age=${seconds}, immutable` })
      : err({ code: 'not-found', what: 'photo' });
  });
}
