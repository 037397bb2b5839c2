/** Puts the dataset of the address (`?dataset=saas`) into the block before it starts, and the choice into the address. */
export function chooseDataset(root: Document): void {
  const block = root.querySelector<HTMLElement>('#playground');
  const select = root.querySelector<HTMLSelectElement>('.choose select');
  if (block === null || select === null) return;
  const asked = new URLSearchParams(location.search).get('dataset');
  const names = [...select.options].map((option) => option.value);
  if (asked !== null && names.includes(asked)) {
    block.dataset.dataset = asked;
    select.value = asked;
  }
  select.closest<HTMLElement>('.choose')?.removeAttribute('hidden');
  select.addEventListener('change', () => location.assign(`?dataset=${encodeURIComponent(select.value)}`));
}
