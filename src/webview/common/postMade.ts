/** Makes something that may fail, such as a file, and hands it to the extension; else tells it why there is none. */
export async function postMade<Made>(
  post: (message: Made | { readonly type: 'failed'; readonly message: string }) => void,
  make: () => Promise<Made>,
): Promise<void> {
  try {
    post(await make());
  } catch (error) {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}
