/** Photos that are about to be cleaned, asked about until they are ready or refused. */
import { useQueries } from '@tanstack/preact-query';
import { getPhoto } from '../../../shared/contract/routes/photos.ts';
import { useCall } from '../../api/call-context.tsx';
import { useOrganization } from '../../session/organization-context.tsx';
import type { Photo } from './photo.ts';

/** Cleaning takes a second or two. After two minutes the page says no more than that it is awaited. */
const PAUSE_MS = 3000;
const MOST_TIMES = 40;

export function useSettled(photos: readonly Photo[]): readonly Photo[] {
  const call = useCall();
  const { organization } = useOrganization();
  const awaited = photos.filter(({ state }) => state === 'awaited');
  const answers = useQueries({
    queries: awaited.map(({ id }) => ({
      queryKey: [getPhoto.id, organization.id, id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call(getPhoto, { path: { organization: organization.id, photo: id } }, signal),
      refetchInterval: (query: {
        readonly state: {
          readonly data?: { readonly state: Photo['state'] } | undefined;
          readonly dataUpdateCount: number;
        };
      }) =>
        query.state.data?.state === 'awaited' && query.state.dataUpdateCount < MOST_TIMES
          ? PAUSE_MS
          : false,
    })),
  });
  return photos.map(photo => {
    const answer = answers[awaited.indexOf(photo)]?.data;
    if (answer === undefined) return photo;
    const { photo: id, ...state } = answer;
    return { id, of: photo.of, alt: photo.alt, ...state };
  });
}
