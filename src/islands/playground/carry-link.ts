/**
 * Gives a link to the playground its text when the reader comes near it, and again when it is followed. Where what makes
 * the address cannot be loaded, the link leads to the playground without a text. Returns how to stop it.
 */
export function carryOnLink(link: HTMLAnchorElement, address: () => Promise<string>): () => void {
  const over = new AbortController();
  const until = { signal: over.signal };
  const prepare = async (): Promise<void> => {
    link.href = await address().catch(() => link.href);
  };
  for (const near of ['pointerenter', 'focus']) {
    link.addEventListener(near, () => void prepare(), until);
  }
  const follow = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    await prepare();
    if (elsewhere) open(link.href, '_blank', 'noopener');
    else location.assign(link.href);
  };
  link.addEventListener('click', (event) => void follow(event), until);
  return () => over.abort();
}
