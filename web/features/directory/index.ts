/** What other features see of `directory`. */
export { PersonPicker } from './components/person-picker.tsx';
export { useListedMember } from './use-directory.ts';
