import { tabByKey } from '../islands/tabs/tab-by-key.ts';

const choiceKey = 'planwright.orm';

function remembered(): string | null {
  try {
    return localStorage.getItem(choiceKey);
  } catch {
    return null;
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(choiceKey, name);
  } catch {
    // Storage refused: every group starts with its first form.
  }
}

/** Makes tabs of the forms that stand below each other without JavaScript. The choice holds for the whole site. */
class OrmTabs extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('[role="tablist"]');
    const panels = [...this.querySelectorAll<HTMLElement>(':scope > section')];
    if (list === null || list.childElementCount > 0) return;
    const prefix = `orm-${[...document.querySelectorAll('pw-orm')].indexOf(this)}`;
    panels.forEach((panel, index) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.role = 'tab';
      tab.id = `${prefix}-tab-${index}`;
      tab.textContent = panel.dataset.name ?? '';
      tab.addEventListener('click', () => this.select(index, true));
      tab.addEventListener('keydown', (event) => {
        const to = tabByKey(event.key, index, panels.length);
        if (to === undefined) return;
        event.preventDefault();
        this.select(to, true)?.focus();
      });
      panel.role = 'tabpanel';
      panel.id ||= `${prefix}-panel-${index}`;
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('aria-labelledby', tab.id);
      list.append(tab);
    });
    list.hidden = false;
    this.dataset.tabs = '';
    const wanted = panels.findIndex((panel) => panel.dataset.name === remembered());
    this.select(Math.max(wanted, 0), false);
    document.addEventListener('pw-orm', (event) => {
      if (!(event instanceof CustomEvent) || event.target === this) return;
      const index = panels.findIndex((panel) => panel.dataset.name === event.detail);
      if (index >= 0) this.select(index, false);
    });
  }

  private select(chosen: number, tell: boolean): HTMLElement | undefined {
    const tabs = [...this.querySelectorAll<HTMLElement>('[role="tab"]')];
    const panels = [...this.querySelectorAll<HTMLElement>(':scope > section')];
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    });
    panels.forEach((panel, index) => {
      panel.hidden = index !== chosen;
    });
    const name = panels[chosen]?.dataset.name;
    if (tell && name !== undefined) {
      remember(name);
      this.dispatchEvent(new CustomEvent('pw-orm', { detail: name, bubbles: true }));
    }
    return tabs[chosen];
  }
}

customElements.define('pw-orm', OrmTabs);
