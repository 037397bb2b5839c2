/** Marks a row that scrolls sideways at the sides where there is more of it. Returns what ends that. */
export function markSides(row: HTMLElement): () => void {
  const mark = () => {
    row.toggleAttribute('data-more-before', row.scrollLeft > 1);
    row.toggleAttribute('data-more-after', row.scrollLeft < row.scrollWidth - row.clientWidth - 1);
  };
  const sizes = new ResizeObserver(mark);
  sizes.observe(row);
  for (const tab of row.children) sizes.observe(tab);
  row.addEventListener('scroll', mark, { passive: true });
  return () => {
    sizes.disconnect();
    row.removeEventListener('scroll', mark);
  };
}
