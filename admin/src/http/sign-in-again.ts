type Ask = () => Promise<boolean>;

let current: Ask | undefined;

/** The way to sign in without leaving the page: a form that holds unsaved input offers it, requests ask for it. */
export const signInAgain = {
  /** Offers a way; answers how to withdraw it. */
  offer(ask: Ask): () => void {
    current = ask;
    return () => {
      if (current === ask) current = undefined;
    };
  },
  /** Whether somebody signed in; false at once where no form offers it. */
  ask: (): Promise<boolean> => current?.() ?? Promise.resolve(false),
};
