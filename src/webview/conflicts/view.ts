/** How the page is looked at; it remembers that itself. */
export interface View {
  /** Key of the item that has, or last had, the keyboard. */
  readonly current?: string | undefined;
}
