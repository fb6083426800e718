const KEY = 'anju.lastAct';

/** When something was done last in any tab of this browser, in ms; a time says nothing of anybody. */
export const lastAct = {
  at: (): number => Number(localStorage.getItem(KEY)),
  note(): void {
    localStorage.setItem(KEY, String(Date.now()));
  },
};
