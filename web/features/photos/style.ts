/** Loads the style of photos, together with the parts that show them. */
/// <reference types="vite/client" />
export const photosStyle = () => import('./style.css');
