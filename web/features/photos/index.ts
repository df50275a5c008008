/** What other features see of `photos`. */
export { PhotoField } from './choosing/photo-field.tsx';
export { PhotoThumb, thumbOf } from './components/photo-thumb.tsx';
export { Photos } from './components/photos.tsx';
export type { Photo } from './photo.ts';
export { photosBackToDraft, useSendPhotos, useWaitingPhotos } from './use-send-photos.ts';
