/** Thrown where a codebook is written in such a way that it can be merged only as the text it is. */
export class Unmergeable extends Error {}
