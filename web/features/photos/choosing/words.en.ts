/** The English texts of choosing photos. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  choosePhotosOf: {
    problem: 'Photos of the problem',
    proposal: 'Photos of the proposal',
    result: 'Photos of the result',
  },
  takePhoto: 'Take a photo',
  fromGallery: 'Choose photos',
  addPhoto: 'Add photos',
  photoHint: most => `Up to ${most}. Where and with what a photo was taken is removed.`,
  photoHintUnnamed:
    'Faces, handwriting and badges can tell who you are. Where and with what a photo was taken is removed.',
  photoFull: most => `You have ${most} already. Remove one to add another.`,
  photoTooMany: (most, left) =>
    `Up to ${most} photos; ${left === 1 ? 'one was' : `${left} were`} left out.`,
  photoWait: 'A photo is still being shrunk. Submit in a moment.',
  photoMend: 'A photo was not added. Try again or remove it.',
  photoNotLoaded: 'There is no network, so no photo can be added yet. Choose it again later.',
};
