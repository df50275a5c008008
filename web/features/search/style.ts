/** Loads the style of what is found, for parts of pages that come later than their page. */
/// <reference types="vite/client" />
export const searchStyle = () => import('./style.css');
