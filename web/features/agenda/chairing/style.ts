/** Loads the style of deciding and arranging, together with the parts for it. */
/// <reference types="vite/client" />
export const chairingStyle = () => import('./style.css');
