/** What other features see of `settings`. */
export { ChangeButton } from './components/change-button.tsx';
export { ChangeFailure } from './components/change-failure.tsx';
export { ChangeForm, type Editing } from './components/change-form.tsx';
export { fractionText } from './fraction.ts';
export { differenceOf } from './names.ts';
export type { Settings } from './settings.ts';
export { useChange } from './use-change.ts';
export { useSettings } from './use-settings.ts';
