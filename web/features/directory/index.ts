/** What other features see of `directory`. */
export { PersonPicker } from './components/person-picker.tsx';
export { useDepartmentOf } from './use-directory.ts';
