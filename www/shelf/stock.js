// What the shelf does with all that is kept on this machine, through the form's keeper.

/** How long another tab has to hand a draft over, ms. */
const PATIENCE = 1_000;

export class Stock {
  /** @param {import('../keeper.js').Keeper} keeper */
  constructor(keeper) {
    this.keeper = keeper;
    this.store = keeper.store;
  }

  /** Makes a draft this form's own, wherever it is being typed; what was typed there is in it. Nothing when it is gone. */
  async take(id) {
    const { keeper, store } = this;
    for (const draft of keeper.parted) if (draft.id === id) return draft;
    if (await keeper.held(id)) await keeper.call({ take: id }, 'gone', PATIENCE);
    const { value } = await store.claim(id, keeper.token);
    return value && keeper.looked({ key: id, value }).state === 'ok' ? value : undefined;
  }

  /** Deletes one draft; what is on the screen stays there. */
  async remove(id) {
    this.keeper.parted = this.keeper.parted.filter((draft) => draft.id !== id);
    return (await this.store.remove('drafts', id)).ok;
  }

  /** “Máy dùng chung”: on, nothing is written, and what was written is deleted. */
  async share(on) {
    const { keeper, store } = this;
    keeper.shared = on;
    keeper.told.shared();
    const known = await (on ? store.put('settings', 'shared', true) : store.remove('settings', 'shared'));
    const gone = on ? await keeper.clear({ shared: true }) : true;
    if (keeper.text) keeper.keep(keeper.text);
    return known.ok && gone;
  }

  /** How many drafts and forms on their way are kept on this machine beside what is on the screen. */
  async others() {
    const { drafts } = await this.keeper.list();
    return drafts.filter((draft) => draft.id !== this.keeper.id).length + (await this.waiting()).length;
  }

  /** What was handed in on this page and did not arrive. */
  async waiting() {
    const waiting = [];
    const [page] = this.keeper.place.split(' #');
    for (const { key, value } of (await this.store.all('outbox')).value ?? []) {
      if (value?.until <= Date.now()) await this.store.remove('outbox', key);
      else if (value && String(value.place).split(' #')[0] === page) waiting.push({ ...value, id: key });
    }
    return waiting;
  }

  /** What is handed in is on the disk before it leaves. @param {{ id: string }} item */
  async hold(item) { return (await this.store.put('outbox', item.id, item)).ok; }
  async release(id) { return (await this.store.remove('outbox', id)).ok; }
}
