/** There is no saved version yet, so there is nothing to compare with. */
export class NeverSaved extends Error {}
