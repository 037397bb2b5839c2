const KEPT = 'planwright.authoring';
const STEP = 24;
const LEAST = { width: 280, height: 140 };

interface Frame {
  readonly open: boolean;
  /** In CSS pixels; as the style says where it was never changed. */
  readonly width?: number;
  readonly height?: number;
}

function readFrame(): Frame {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    const field = (name: string): unknown =>
      typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined;
    const [width, height] = [field('width'), field('height')];
    return {
      open: field('open') === true,
      ...(typeof width === 'number' && typeof height === 'number' ? { width, height } : {}),
    };
  } catch {
    return { open: false };
  }
}

function keepFrame(frame: Frame): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(frame));
  } catch {
    // Storage is refused: it holds until the page is left.
  }
}

/** The corner by which the panel is resized: dragged, or with the arrow keys; a double click gives the first size back. */
function sizeCorner(resize: (width: number, height: number) => void, panel: HTMLElement): HTMLElement {
  const corner = document.createElement('button');
  corner.type = 'button';
  corner.className = 'corner';
  corner.textContent = '◤';
  corner.title = 'Drag to resize; double click for the first size';
  corner.setAttribute('aria-label', 'Resize the panel: drag, or use the arrow keys');
  corner.addEventListener('pointerdown', (event) => {
    corner.setPointerCapture(event.pointerId);
    event.preventDefault();
    corner.focus();
  });
  corner.addEventListener('pointermove', (event) => {
    if (!corner.hasPointerCapture(event.pointerId)) return;
    const { right, bottom } = panel.getBoundingClientRect();
    resize(right - event.clientX, bottom - event.clientY);
  });
  corner.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
    const [, [wider, higher] = []] = Object.entries(by).find(([key]) => key === event.key) ?? [];
    if (wider === undefined || higher === undefined) return;
    event.preventDefault();
    resize(panel.offsetWidth + wider, panel.offsetHeight + higher);
  });
  return corner;
}

/** Opens and closes the panel with its button, makes it resizable, and remembers both. */
export function framePanel(panel: HTMLElement, toggle: HTMLElement): void {
  let frame = readFrame();
  const show = (): void => {
    panel.hidden = !frame.open;
    toggle.setAttribute('aria-expanded', String(frame.open));
    panel.style.width = frame.width === undefined ? '' : `${frame.width}px`;
    panel.style.height = frame.height === undefined ? '' : `${frame.height}px`;
  };
  const set = (next: Frame): void => {
    frame = next;
    keepFrame(frame);
    show();
  };
  const resize = (width: number, height: number): void =>
    set({ ...frame, width: Math.max(LEAST.width, width), height: Math.max(LEAST.height, height) });
  const corner = sizeCorner(resize, panel);
  corner.addEventListener('dblclick', () => set({ open: frame.open }));
  toggle.addEventListener('click', () => set({ ...frame, open: !frame.open }));
  panel.prepend(corner);
  show();
}
