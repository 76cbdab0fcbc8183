/** A code's colour as CSS; `page.css` says which scheme each kind of theme has. */
export { cssColor } from '../../core/codebook/cssColor.js';
