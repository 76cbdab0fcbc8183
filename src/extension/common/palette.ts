export { PALETTE_SHADES } from '../../core/codebook/shades.js';
