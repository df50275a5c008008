/** The English texts of photos. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  photoNumber: number => `Photo ${number}`,
  photoAlt: 'What does it show? (optional)',
  photoAltOf: number => `What does photo ${number} show? (optional)`,
  photoShrinking: 'Shrinking…',
  photoEarlier: number => `Move photo ${number} forward`,
  photoLater: number => `Move photo ${number} back`,
  photoRemove: number => `Remove photo ${number}`,
  remove: 'Remove',
  photoRemoved: 'Photo removed.',
  photoLost: 'This device has not kept the photo. Remove it and choose it again.',
  photoRefusals: {
    'not-a-photo': 'This is not a photo. Choose an image file, such as JPG or PNG.',
    heic: 'This browser cannot open HEIC photos. On an iPhone, choose Settings › Camera › Formats › Most Compatible and take it again, or use a screenshot.',
    'too-large': 'This picture is too large. Choose a smaller one, or use a screenshot.',
    unreadable:
      'This photo cannot be opened; the file may be incomplete. Try again, or choose another.',
  },
  photoAwaited: 'Being prepared…',
  photoFaults: {
    empty: 'The photo is empty. ',
    'not-a-picture': 'This is not a photo. ',
    'another-kind': 'This format is not supported. ',
    'too-many-pixels': 'The photo is too large. ',
    damaged: 'The photo is damaged. ',
    'not-arrived': 'The photo did not arrive. ',
  },
  photoChooseAnother: 'Revise the idea to choose another.',
  photosOf: {
    problem: 'Photos of the problem',
    proposal: 'Photos of the proposal',
    result: 'Photos of the result',
  },
  photoOpen: (number, all) => `View photo ${number} of ${all}`,
  photoViewer: 'Photos',
  photoOf: (number, all) => `${number} / ${all}`,
  photoPrevious: 'Previous',
  photoNext: 'Next',
  photoBroken: 'The photo could not be opened. Reload the page.',
};
