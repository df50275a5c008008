/** The English texts of `directory`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  pickerPlaceholder: 'Name, initials, number or team',
  pickAnother: 'Add another',
  suggestions: 'Suggestions',
  chosenPeople: 'Selected people',
  removePerson: name => `Remove ${name}`,
  personChosen: name => `${name} selected.`,
  personRemoved: name => `${name} removed.`,
  personsFound: count =>
    count === 1
      ? '1 match. Press Enter to select.'
      : `${count} matches. Use the arrow keys, then Enter.`,
  nobodyFound: 'No match. Try another spelling or enter the full employee number.',
  directoryLoading: 'Loading the directory…',
  directoryFailed: 'The directory is unavailable. Enter the full employee number.',
  notInDirectory: 'Not in the directory. Check the number.',
  pickFromList: 'Select someone from the list or enter the full employee number.',
  enoughPeople: max => `You can select up to ${max}.`,
};
