/** Loads the style of work, for pages of other features that show work later than themselves. */
/// <reference types="vite/client" />
export const implementationStyle = () => import('./style.css');
