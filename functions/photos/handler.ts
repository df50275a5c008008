/**
 * The function of photos: it begins uploads, tells what became of them, and shows pictures by their
 * signed addresses. Pictures have a function of their own, so that a list full of them does not
 * keep anybody from handing in an idea.
 */
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import { dependencies, type PhotosSources } from './dependencies.ts';

export function photosHandler(wiring: ApiWiring & PhotosSources) {
  const deps = dependencies(wiring);
  return api(
    ENDPOINTS.flatMap(endpoints => endpoints(deps)),
    wiring,
  );
}

const ENDPOINTS = [
  endpointsIn(() => import('./upload.ts'), 'startPhotoUpload'),
  endpointsIn(() => import('./show.ts'), 'getPhoto', 'showPhoto'),
];
